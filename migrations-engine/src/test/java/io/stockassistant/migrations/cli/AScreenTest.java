package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a container's terminal shows, its log keeps. */
final class AScreenTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({".dockerenv, true", "run/.containerenv, true", "etc/passwd, false"})
    void isNoneInAContainer(String file, boolean container) throws IOException {
        assertThat(Terminal.isContainer(root)).isFalse();
        Files.createDirectories(root.resolve(file).getParent());
        Files.createFile(root.resolve(file));
        assertThat(Terminal.isContainer(root)).isEqualTo(container);
    }
}
