package io.stockassistant.shared.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PasswordsInFilesTest {

    private static final String PLACE = "--url=postgres://ann@db:6000/stocks";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            db:6000:stocks:ann:pw                                   | pw
            *:*:*:*:pw                                              | pw
            *:*:*:ann:pw:more                                       | pw
            *:*:*:*:p\\:w\\\\x                                      | p:w\\x
            *:*:*:bob:no⏎*:*:*:*:pw                               | pw
            *:*:*:*:first⏎db:6000:stocks:ann:second               | first
            `# db:*:*:*:no⏎⏎*:*:*:*:pw`                           | pw
            d\\b:6000:stocks:ann:pw                                 | pw
            """)
    void ofLibpqFollowItsRules(String content, String password) throws IOException {
        Path file = write("pgpass", content.replace("⏎", "\n"), "rw-------");
        assertThat(password("PGPASSFILE=" + file)).contains(password);
    }

    @Test
    void ofLibpqStandInTheHomeFolder() throws IOException {
        write(".pgpass", "*:*:*:*:pw", "rw-------");
        assertThat(password("HOME=" + folder)).contains("pw");
    }

    @Test
    void ofLibpqGiveWayToTheEnvironment() throws IOException {
        write(".pgpass", "*:*:*:*:no", "rw-------");
        assertThat(password("PGPASSWORD=pw ; HOME=" + folder)).contains("pw");
    }

    @ParameterizedTest
    @CsvSource({"db:6000:stocks:bob:pw", "db:5432:stocks:ann:pw", "\\*:6000:stocks:ann:pw", "db:6000:pw", "*:*:*:*:"})
    void ofLibpqAreNotGuessed(String line) throws IOException {
        write(".pgpass", line, "rw-------");
        assertThat(password("HOME=" + folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----", "rw----r--", "rw--w----"})
    void ofLibpqAreIgnoredWithAWarningWhenOthersMayReadThem(String permissions) throws IOException {
        Path file = write(".pgpass", "*:*:*:*:pw", permissions);
        DatabaseChoice choice = Given.of(PLACE + " ; HOME=" + folder).choice();
        assertThat(choice).isInstanceOfSatisfying(DatabaseChoice.Configured.class, configured -> {
            assertThat(configured.settings().password()).isNull();
            assertThat(configured.warnings()).singleElement().asString().contains("chmod 600 " + file);
        });
    }

    @Test
    void ofLibpqThatAreNamedAndNotThereAreMentioned() {
        assertThat(Given.of(PLACE + " ; PGPASSFILE=" + folder.resolve("gone")).choice())
                .isInstanceOfSatisfying(
                        DatabaseChoice.Configured.class,
                        configured -> assertThat(configured.warnings())
                                .singleElement()
                                .asString()
                                .contains("gone"));
    }

    @Test
    void ofTheFlagAreTheFirstLineAndOverrideAllOthers() throws IOException {
        Path file = write("password", " p w \r\nsecond line\n", "rw-r--r--");
        assertThat(password("PGPASSWORD=no ; --password-file=" + file)).contains(" p w ");
    }

    @Test
    void ofTheFlagMustNotBeEmpty() throws IOException {
        Path file = write("password", "\nsecond line\n", "rw-------");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> password("--password-file=" + file))
                .withMessageContaining("the first line is empty");
    }

    private Optional<String> password(String given) {
        return Optional.ofNullable(Given.of(PLACE + " ; " + given).settings().password())
                .map(Password::reveal);
    }

    private Path write(String name, String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
