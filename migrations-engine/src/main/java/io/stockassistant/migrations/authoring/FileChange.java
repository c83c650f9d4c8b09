package io.stockassistant.migrations.authoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One change of a file. New content is first written beside it, under a name that nobody takes for a migration. */
interface FileChange {

    /** Does what can fail without touching the file. */
    void prepare() throws IOException;

    /** Makes the change, or leaves everything as it was. */
    void make() throws IOException;

    /** Brings back what was there before the change was made. */
    void takeBack() throws IOException;

    /** Removes what was prepared. */
    void tidy() throws IOException;

    /** A file that was not there. */
    record Creation(Path file, String content) implements FileChange {

        @Override
        public void prepare() throws IOException {
            refuseIfThere(file);
            Files.writeString(prepared(file), content, StandardCharsets.UTF_8);
        }

        @Override
        public void make() throws IOException {
            Files.createFile(file); // fails where somebody else was quicker; a move would not
            try {
                Files.move(prepared(file), file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.delete(file);
                throw e;
            }
        }

        @Override
        public void takeBack() throws IOException {
            Files.delete(file);
        }

        @Override
        public void tidy() throws IOException {
            Files.deleteIfExists(prepared(file));
        }

        @Override
        public String toString() {
            return file + " was written";
        }
    }

    /** New content of a file, which keeps its rights. */
    final class Rewriting implements FileChange {

        private final Path file;
        private final byte[] content;
        private byte[] before = {};

        Rewriting(Path file, byte[] content) {
            this.file = file;
            this.content = content.clone();
        }

        @Override
        public void prepare() throws IOException {
            before = Files.readAllBytes(file);
            prepare(content);
        }

        private void prepare(byte[] bytes) throws IOException {
            Files.copy(file, prepared(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(prepared(file), bytes);
        }

        @Override
        public void make() throws IOException {
            Files.move(prepared(file), file, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void takeBack() throws IOException {
            prepare(before);
            make();
        }

        @Override
        public void tidy() throws IOException {
            Files.deleteIfExists(prepared(file));
        }

        @Override
        public String toString() {
            return file + " was changed";
        }
    }

    /** A file that goes. What it holds is kept in mind until all is done. */
    final class Removal implements FileChange {

        private final Path file;
        private byte[] before = {};
        private @Nullable Set<PosixFilePermission> rights;

        Removal(Path file) {
            this.file = file;
        }

        @Override
        public void prepare() throws IOException {
            before = Files.readAllBytes(file);
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            rights = view == null ? null : view.readAttributes().permissions();
        }

        @Override
        public void make() throws IOException {
            Files.delete(file);
        }

        @Override
        public void takeBack() throws IOException {
            Files.write(file, before, StandardOpenOption.CREATE_NEW);
            if (rights != null) {
                Files.setPosixFilePermissions(file, rights);
            }
        }

        @Override
        public void tidy() {
            // nothing was prepared
        }

        @Override
        public String toString() {
            return file + " was removed";
        }
    }

    /** Another name in the same folder. */
    record Renaming(Path from, Path to) implements FileChange {

        @Override
        public void prepare() throws IOException {
            refuseIfThere(to);
        }

        @Override
        public void make() throws IOException {
            Files.move(from, to);
        }

        @Override
        public void takeBack() throws IOException {
            Files.move(to, from);
        }

        @Override
        public void tidy() {
            // nothing was prepared
        }

        @Override
        public String toString() {
            return from + " was renamed to " + to.getFileName();
        }
    }

    private static Path prepared(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".new");
    }

    private static void refuseIfThere(Path file) throws FileAlreadyExistsException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }
}
