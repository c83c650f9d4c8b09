package io.stockassistant.migrations.problem;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Why a file could not be read or written, in words: the messages of these exceptions are mostly a path alone. */
public final class FileReason {

    private FileReason() {}

    /** A clause without a full stop, such as "it does not exist". */
    public static String of(Path file, IOException e) {
        if (Files.isDirectory(file) && !(e instanceof AccessDeniedException)) {
            return "it is a folder";
        }
        if (e instanceof NoSuchFileException) {
            return reasonOfMissing(file);
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        if (e instanceof NotDirectoryException) {
            return "it is no folder";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return String.valueOf(e.getMessage());
    }

    private static String reasonOfMissing(Path file) {
        if (Files.isSymbolicLink(file)) {
            return "it is a link to something that is not there";
        }
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder) ? "it does not exist" : "its folder does not exist";
    }
}
