package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard output that takes nothing: half a script must not look like a whole one. */
final class AFullDiskTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTheDevice() throws IOException {
        assumeTrue(Files.exists(FULL), FULL + " is Linux's");
        Files.createDirectories(folder.resolve("modules/shop"));
        Files.writeString(folder.resolve("modules/shop/V1__a.sql"), "SELECT 1;\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "heads", "heads --output json", "upgrade --sql base:head"})
    void isNoSuccess(String command) throws InterruptedException {
        Answer answer = run(command + " > " + FULL);
        assertThat(answer.err()).startsWith("error: output-lost: Standard output cannot be written: No space left");
        assertThat(answer.status()).isEqualTo(1);
    }

    @Test
    void doesNotHideWhyACommandFailed() throws InterruptedException {
        Answer answer = run("show nope --output json > " + FULL);
        assertThat(answer.err()).contains("error: unknown-revision", "error: output-lost");
        assertThat(answer.status()).isEqualTo(2);
    }

    @Test
    void isNotAReaderWhoHasReadEnough() throws InterruptedException {
        Answer answer = run("heads | true; exit ${PIPESTATUS[0]}");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
    }

    private Answer run(String words) throws InterruptedException {
        String java = TheProgram.javaHome().resolve("bin/java") + " -cp '" + System.getProperty("java.class.path")
                + "' io.stockassistant.migrations.cli.Main --modules modules ";
        return TheProgram.startCommand(folder, Map.of("LC_ALL", "C"), List.of("bash", "-c", java + words))
                .answer();
    }
}
