package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Changes of the files of modules: all of them are made, or none. */
final class FileChanges {

    private final List<String> modules;
    private final List<FileChange> changes;

    FileChanges(String module, List<? extends FileChange> changes) {
        this(List.of(module), changes);
    }

    FileChanges(List<String> modules, List<? extends FileChange> changes) {
        this.modules = List.copyOf(modules);
        this.changes = List.copyOf(changes);
    }

    /**
     * Prepares every change before the first one is made, in the order given. Where one fails, those before it are
     * taken back.
     *
     * @throws ProblemException {@code invalid-module}, which says why, and what could not be taken back
     */
    void carryOut() {
        List<FileChange> made = new ArrayList<>();
        try {
            for (FileChange change : changes) {
                change.prepare();
            }
            for (FileChange change : changes) {
                change.make();
                made.add(0, change);
            }
        } catch (IOException e) {
            throw problem(e, takeBack(made, e));
        }
    }

    /** Newest first; what could not be taken back is returned. */
    private List<FileChange> takeBack(List<FileChange> made, IOException cause) {
        List<FileChange> left = new ArrayList<>();
        for (FileChange change : made) {
            try {
                change.takeBack();
            } catch (IOException e) {
                cause.addSuppressed(e);
                left.add(change);
            }
        }
        for (FileChange change : changes) {
            try {
                change.tidy();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
        return left;
    }

    private ProblemException problem(IOException e, List<FileChange> left) {
        String outcome = left.isEmpty()
                ? "Nothing was changed."
                : "What could not be taken back: "
                        + left.stream().map(FileChange::toString).collect(Collectors.joining(", ")) + ".";
        return new ProblemException(
                new Problem(
                        ProblemCode.INVALID_MODULE,
                        modules.size() == 1 ? modules.get(0) : null,
                        null,
                        null,
                        "The files of " + String.join(", ", modules) + " cannot be written: " + reason(e) + ". "
                                + outcome,
                        left.isEmpty()
                                ? "Mend that, and repeat the command."
                                : "Take it back by hand; 'git status' shows the folder."),
                e);
    }

    /** The messages of these exceptions are mostly a path and nothing else. */
    static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is there already";
        }
        if (e instanceof NoSuchFileException gone) {
            return gone.getFile() + " is not there";
        }
        if (e instanceof AccessDeniedException denied) {
            return "there is no right to write " + denied.getFile();
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getFile() + ": " + failure.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
