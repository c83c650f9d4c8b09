package io.stockassistant.shared.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ADotEnvFileTest {

    @TempDir
    private Path folder;

    @Test
    void isNotNeeded() {
        assertThat(DotEnvFile.read(folder.resolve(".env"))).isEmpty();
    }

    @Test
    void thatIsALinkToNothingIsNotTakenForNone() throws IOException {
        Path file = Files.createSymbolicLink(folder.resolve(".env"), Path.of("gone"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> DotEnvFile.read(file))
                .withMessageContaining("cannot be read: it is a link to something that is not there");
    }

    @Test
    void holdsNamesAndValuesWithCommentsAndQuotes() throws IOException {
        Path file = write("""
                # the database of this machine

                PGHOST = db
                PGUSER=ann # who
                PGPASSWORD="p#w = 1"
                PGDATABASE='my stocks'
                PGSSLMODE=
                COLOUR=#ff0000
                KEY="first
                second"
                PATH=not the one of the process
                """);
        assertThat(DotEnvFile.read(file))
                .containsEntry("PGHOST", "db")
                .containsEntry("PGUSER", "ann")
                .containsEntry("PGPASSWORD", "p#w = 1")
                .containsEntry("PGDATABASE", "my stocks")
                .containsEntry("PGSSLMODE", "")
                .containsEntry("KEY", "first\nsecond")
                .containsEntry("PATH", "not the one of the process");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PGHOST=db⏎export PGPASSWORD=SECRET | .env:2 is not NAME=value
            SECRET                              | .env:1 is not NAME=value
            \uFEFFPGHOST=SECRET                 | .env:1 begins with a byte order mark
            `# x⏎⏎PG HOST=SECRET`               | .env:3 is not NAME=value
            PGPASSWORD=SEC#RET                  | .env:1 has a # in its value
            PGPASSWORD="SECRET⏎PGHOST=db       | .env:1 begins a value in double quotes that never ends
            PGPASSWORD="SEC"RET"                | .env:1 has a quote inside
            PGPASSWORD='SEC'RET                 | .env:1 has a quote inside
            """)
    void thatCannotBeUnderstoodIsAnErrorWithItsLineAndNoSecret(String content, String message) throws IOException {
        Path file = write(content.replace("⏎", "\n"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> DotEnvFile.read(file))
                .withMessageContaining(message)
                .withMessageContaining(folder.toString())
                .satisfies(e ->
                        assertThat(e.getMessage() + e.remedy() + e.getCause()).doesNotContain("SECRET"));
    }

    @Test
    void inAnotherEncodingIsAnError() throws IOException {
        Path file = Files.write(folder.resolve(".env"), "PGUSER=José".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> DotEnvFile.read(file))
                .withMessageContaining("is not in UTF-8");
    }

    @Test
    void isReadFromTheWorkingFolderBelowTheEnvironment() throws IOException {
        write("MIGRATIONS_ENVIRONMENT_OF_THIS_TEST=dev\nPATH=hidden\n");
        Variables variables = Variables.ofProcess(folder);
        assertThat(variables.find("MIGRATIONS_ENVIRONMENT_OF_THIS_TEST")).contains("dev");
        assertThat(variables.find("PATH")).isPresent().isNotEqualTo("hidden");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve(".env"), content);
    }
}
