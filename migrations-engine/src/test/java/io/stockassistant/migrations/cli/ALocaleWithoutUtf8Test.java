package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file name with a letter that is not ASCII, which Java cannot read where the locale is C. */
class ALocaleWithoutUtf8Test {

    @TempDir
    private Path folder;

    /** By a shell, because this process may be one that cannot name it. */
    @BeforeEach
    void write() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("shop"));
        Answer written = TheProgram.startCommand(
                        folder,
                        Map.of(),
                        List.of("sh", "-c", "echo 'SELECT 1;' > \"shop/$(printf 'V1__gr\\303\\266sse.sql')\""))
                .answer();
        assertThat(written.status()).as(written.err()).isZero();
    }

    private Answer validate(String locale) throws InterruptedException {
        List<String> command = List.of(
                TheProgram.javaHome().resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.stockassistant.migrations.cli.Main",
                "validate",
                "--offline",
                "--modules",
                ".");
        return TheProgram.startCommand(folder, Map.of("LC_ALL", locale), command)
                .answer();
    }

    @Test
    void doesNotLetABrokenNameIntoAHistory() throws InterruptedException {
        Answer answer = validate("C");

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err())
                .startsWith("error: invalid-file-name: The name of ./shop/V1__gr")
                .contains("has letters that this process cannot read")
                .contains("  help: Set LC_ALL=C.UTF-8");
    }

    @Test
    void isNoneWhereItIsSetAsTheHelpSays() throws InterruptedException {
        Answer answer = validate("C.UTF-8");

        assertThat(answer.out()).isEqualTo("The files are valid.\n");
    }
}
