package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The modules that the program brings along have their source files somewhere else. */
final class ANewRevisionOfAModuleInTheJarTest {

    @Test
    void needsAFolderThatCanBeFound() {
        Answer answer = Answer.of(List.of("revision", "-m", "llm-platform", "x"));

        assertThat(Files.exists(Path.of("llm-platform"))).isFalse();
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err())
                .contains("The source files of llm-platform are not below this folder")
                .contains("help: Run it in the project's root, or name the modules' folder with --modules DIR.");
    }
}
