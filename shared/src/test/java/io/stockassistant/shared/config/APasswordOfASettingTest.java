package io.stockassistant.shared.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class APasswordOfASettingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A_PASSWORD= p w                       | ` p w`
            .env/A_PASSWORD=pw                    | pw
            .env/A_PASSWORD=no ; A_PASSWORD=pw    | pw
            A_PASSWORD_FILE=FOLDER/two-lines      | ` p w `
            .env/A_PASSWORD_FILE=FOLDER/two-lines | ` p w `
            A_PASSWORD= ; A_PASSWORD_FILE=        |
            ANOTHER_PASSWORD=pw                   |
            """)
    void standsInAVariableOrAFile(String given, String password) throws IOException {
        Files.writeString(folder.resolve("two-lines"), " p w \r\nsecond\n");
        assertThat(find(given)).isEqualTo(Optional.ofNullable(password));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A_PASSWORD=SECRET ; A_PASSWORD_FILE=FOLDER/empty      | A_PASSWORD and A_PASSWORD_FILE are both set.
            A_PASSWORD=SECRET ; .env/A_PASSWORD_FILE=FOLDER/empty | A_PASSWORD and A_PASSWORD_FILE (in .env) are both set.
            A_PASSWORD_FILE=FOLDER/empty                          | A_PASSWORD_FILE FOLDER/empty: the first line is empty.
            A_PASSWORD_FILE=FOLDER/gone                           | A_PASSWORD_FILE FOLDER/gone cannot be read: it does not exist.
            .env/A_PASSWORD_FILE=FOLDER                           | A_PASSWORD_FILE (in .env) FOLDER cannot be read: it is a folder.
            """)
    void isRefusedWhereItCannotBeRead(String given, String message) throws IOException {
        Files.writeString(folder.resolve("empty"), "\nsecond\n");
        ConfigurationException refusal = catchThrowableOfType(ConfigurationException.class, () -> find(given));
        assertThat(refusal).hasMessage(message.replace("FOLDER", folder.toString()));
        assertThat(refusal.toString()).doesNotContain("SECRET");
    }

    @Test
    void isNotCutShortInTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), "INIT_ADMIN_PASSWORD=before#behind the hash\n");
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> DotEnvFile.read(file)))
                .hasMessageContaining(".env:1 has a # in its value");
    }

    private Optional<String> find(String given) {
        return Given.of(given.replace("FOLDER", folder.toString()))
                .variables()
                .findPassword("A_PASSWORD")
                .map(Password::reveal);
    }
}
