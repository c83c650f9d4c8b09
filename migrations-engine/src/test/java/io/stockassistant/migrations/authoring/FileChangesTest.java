package io.stockassistant.migrations.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.authoring.FileChange.Creation;
import io.stockassistant.migrations.authoring.FileChange.Removal;
import io.stockassistant.migrations.authoring.FileChange.Renaming;
import io.stockassistant.migrations.authoring.FileChange.Rewriting;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several files change together: all of them, or none. */
class FileChangesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void twoFiles() throws IOException {
        Files.writeString(folder.resolve("a"), "old a");
        Files.write(folder.resolve("b"), new byte[] {(byte) 0xff, 0, '\n'});
        Files.write(folder.resolve("e"), new byte[] {(byte) 0xfe});
        Files.setPosixFilePermissions(folder.resolve("e"), PosixFilePermissions.fromString("rw-rw----"));
    }

    @Test
    void allAreMade() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("a"), PosixFilePermissions.fromString("rw-rw-r--"));

        carryOut(
                new Rewriting(folder.resolve("a"), bytes("new a")),
                new Renaming(folder.resolve("a"), folder.resolve("c")),
                new Creation(folder.resolve("d"), "new d"),
                new Removal(folder.resolve("e")));

        assertThat(files().keySet()).containsExactly("b", "c", "d");
        assertThat(folder.resolve("c")).hasContent("new a");
        assertThat(folder.resolve("d")).hasContent("new d");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("c"))))
                .isEqualTo("rw-rw-r--");
    }

    /** Each comes last, behind changes that have been made by then. */
    private interface Failing {
        FileChange in(Path folder) throws IOException;
    }

    static Stream<Failing> failing() {
        return Stream.of(
                folder -> new Creation(folder.resolve("a"), "x"),
                folder -> new Creation(folder.resolve("d"), "x"), // written by then
                folder -> new Creation(folder.resolve("none/x"), "x"),
                folder -> new Creation(folder.resolve("a/x"), "x"),
                folder -> new Creation(folder.resolve("x".repeat(300)), "x"),
                folder -> new Creation(Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere")), "x"),
                folder -> new Rewriting(folder.resolve("none"), bytes("x")),
                folder -> new Rewriting(Files.createDirectory(folder.resolve("folder")), bytes("x")),
                folder -> new Removal(folder.resolve("none")),
                folder -> new Removal(folder.resolve("a")), // renamed by then
                folder -> new Renaming(folder.resolve("none"), folder.resolve("x")),
                folder -> new Renaming(folder.resolve("c"), folder.resolve("b")),
                folder -> new Renaming(folder.resolve("c"), folder.resolve("d"))); // there by then
    }

    @ParameterizedTest
    @MethodSource("failing")
    void noneIsMadeWhereOneFails(Failing failing) throws IOException {
        FileChange last = failing.in(folder);
        Map<String, String> before = files();

        assertThatThrownBy(() -> carryOut(
                        new Rewriting(folder.resolve("a"), bytes("new a")),
                        new Rewriting(folder.resolve("b"), bytes("new b")),
                        new Renaming(folder.resolve("a"), folder.resolve("c")),
                        new Creation(folder.resolve("d"), "new d"),
                        new Removal(folder.resolve("e")),
                        last))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("The files of shop cannot be written: ")
                .hasMessageEndingWith(". Nothing was changed.");

        assertThat(files()).isEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("e"))))
                .isEqualTo("rw-rw----");
    }

    @Test
    void whatCannotBeTakenBackIsNamed() throws IOException {
        assertThatThrownBy(() -> carryOut(
                        new Rewriting(folder.resolve("b"), bytes("new b")),
                        new Renaming(folder.resolve("a"), folder.resolve("c")),
                        new SomebodyElse(folder.resolve("c"))))
                .hasMessageContaining("cannot be written: no more. What could not be taken back: " + folder.resolve("a")
                        + " was renamed to c.");

        assertThat(files()).hasSize(2).containsEntry("b", "ff000a");
    }

    /** Removes a file in the middle of everything. */
    private record SomebodyElse(Path file) implements FileChange {

        @Override
        public void prepare() {}

        @Override
        public void make() throws IOException {
            Files.delete(file);
            throw new IOException("no more");
        }

        @Override
        public void takeBack() {}

        @Override
        public void tidy() {}
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void carryOut(FileChange... changes) {
        new FileChanges("shop", List.of(changes)).carryOut();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(each -> contents.put(each.getFileName().toString(), content(each)));
        }
        return contents;
    }

    private static String content(Path file) {
        try {
            return Files.isRegularFile(file) ? HexFormat.of().formatHex(Files.readAllBytes(file)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
