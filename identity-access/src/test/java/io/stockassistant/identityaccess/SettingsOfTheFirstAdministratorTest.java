package io.stockassistant.identityaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.shared.config.ConfigurationException;
import io.stockassistant.shared.config.Variables;
import io.stockassistant.shared.migration.InitPlace;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsOfTheFirstAdministratorTest {

    private static final String ANN = "INIT_ADMIN_NAME=ann ; INIT_ADMIN_EMAIL=Ann@Example.org";
    private static final String GOOD = "INIT_ADMIN_PASSWORD=correct horse battery";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                      | admin | admin@localhost
            INIT_ADMIN_NAME=ann                                    | ann   | ann@localhost
            INIT_ADMIN_EMAIL=ann@example.org                       | admin | ann@example.org
            INIT_ADMIN_NAME=ann ; INIT_ADMIN_EMAIL=Ann@Example.org | ann   | ann@example.org
            """)
    void sayWhoItIsOnTheEmbeddedServer(String given, String name, String email) {
        AdministratorSettings settings = read(GOOD + " ; " + given, new InitPlace(true, false));
        assertThat(settings.user().username()).isEqualTo(name);
        assertThat(settings.user().email()).isEqualTo(email);
        assertThat(settings.user().role()).isEqualTo("admin");
        assertThat(settings.user().mustChangePassword()).isTrue();
        assertThat(settings.user().password().reveal()).isEqualTo("correct horse battery");
        assertThat(settings.drawn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            MIGRATIONS_ENVIRONMENT=local                  | INIT_ADMIN_NAME and INIT_ADMIN_EMAIL are not set.
            INIT_ADMIN_NAME=ann                           | INIT_ADMIN_EMAIL is not set.
            INIT_ADMIN_EMAIL=a@b                          | INIT_ADMIN_NAME is not set.
            INIT_ADMIN_NAME=no name ; INIT_ADMIN_EMAIL=a@b| the name 'no name' cannot be used
            INIT_ADMIN_NAME=ann ; INIT_ADMIN_EMAIL=nowhere| 'nowhere' is no e-mail address
            INIT_ADMIN_PASSWORD=eleven char ; INIT_ADMIN_NAME=ann ; INIT_ADMIN_EMAIL=a@b | it has less than 12
            """)
    void areRefusedWhereTheyAreMissingOrWrong(String given, String because) {
        ConfigurationException refusal = catchThrowableOfType(
                ConfigurationException.class, () -> read(GOOD + " ; " + given, new InitPlace(false, true)));
        assertThat(refusal).hasMessageContaining(because);
        assertThat(refusal.code()).isEqualTo("invalid-configuration");
        assertThat(refusal.remedy()).contains("INIT_ADMIN_");
        assertThat(refusal.toString()).doesNotContain("horse", "eleven char");
    }

    @Test
    void areAllNamedAtOnce() {
        ConfigurationException refusal =
                catchThrowableOfType(ConfigurationException.class, () -> read("", new InitPlace(false, false)));
        assertThat(refusal)
                .hasMessage("The first administrator cannot be made: INIT_ADMIN_NAME and INIT_ADMIN_EMAIL are not set;"
                        + " no password is set, and there is no terminal to show a drawn one on (a container"
                        + " keeps what its terminal shows).");
        assertThat(refusal.remedy())
                .isEqualTo(
                        "Set INIT_ADMIN_NAME=ann, INIT_ADMIN_EMAIL=ann@example.org, INIT_ADMIN_PASSWORD_FILE=FILE with"
                                + " the first password in its first line. To upgrade without one: migrations upgrade");
    }

    @Test
    void leaveThePasswordToChanceOnATerminalAlone() {
        AdministratorSettings settings = read(ANN, new InitPlace(false, true));
        assertThat(settings.drawn()).isTrue();
        assertThat(settings.user().password().reveal())
                .isNotEqualTo(
                        read(ANN, new InitPlace(false, true)).user().password().reveal());
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> read(ANN, new InitPlace(false, false))))
                .hasMessageContaining("there is no terminal to show a drawn one on");
    }

    @ParameterizedTest
    @CsvSource({"'', 12", "IDENTITY_BCRYPT_COST=5, 05"})
    void sayHowSlowPasswordsAreHashed(String given, String cost) {
        AdministratorSettings settings = read(GOOD + " ; " + given, new InitPlace(true, false));
        assertThat(settings.passwords().hash(settings.user().password()).text()).startsWith("$2a$" + cost + "$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "32", "twelve", "12.0"})
    void areRefusedWhereNothingCanBeHashedThatWay(String cost) {
        ConfigurationException refusal = catchThrowableOfType(
                ConfigurationException.class, () -> read("IDENTITY_BCRYPT_COST=" + cost, new InitPlace(true, true)));
        assertThat(refusal).hasMessage("IDENTITY_BCRYPT_COST is \"" + cost + "\", which is no cost of bcrypt.");
        assertThat(refusal.remedy()).contains("from 4 to 31");
    }

    private static AdministratorSettings read(String given, InitPlace place) {
        Map<String, String> environment = new HashMap<>();
        for (String setting : given.split(" ; ", -1)) {
            String[] parts = setting.split("=", 2);
            if (parts.length == 2) {
                environment.put(parts[0], parts[1]);
            }
        }
        return AdministratorSettings.read(Variables.of(environment, Map.of()), place);
    }
}
