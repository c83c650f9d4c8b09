package io.stockassistant.identityaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.shared.config.ConfigurationException;
import io.stockassistant.shared.config.Variables;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsOfTheFirstAdministratorTest {

    private static final String ANN = "INIT_ADMIN_NAME=ann ; INIT_ADMIN_EMAIL=Ann@Example.org";
    private static final String GOOD = "INIT_ADMIN_PASSWORD=correct horse battery";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                      | admin | admin@localhost
            INIT_ADMIN_NAME=ann                                    | ann   | ann@localhost
            INIT_ADMIN_EMAIL=ann@example.org                       | admin | ann@example.org
            MIGRATIONS_ENVIRONMENT=local                           | admin | admin@localhost
            MIGRATIONS_ENVIRONMENT=prod ; INIT_ADMIN_NAME=ann ; INIT_ADMIN_EMAIL=Ann@Example.org | ann | ann@example.org
            """)
    void sayWhoItIs(String given, String name, String email) {
        AdministratorSettings settings = read(GOOD + " ; " + given, false);
        assertThat(settings.user().username()).isEqualTo(name);
        assertThat(settings.user().email()).isEqualTo(email);
        assertThat(settings.user().role()).isEqualTo("admin");
        assertThat(settings.user().mustChangePassword()).isTrue();
        assertThat(settings.user().password().reveal()).isEqualTo("correct horse battery");
        assertThat(settings.drawn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            MIGRATIONS_ENVIRONMENT=prod                            | INIT_ADMIN_NAME and INIT_ADMIN_EMAIL are not set.
            MIGRATIONS_ENVIRONMENT=dev ; INIT_ADMIN_NAME=ann       | INIT_ADMIN_EMAIL is not set.
            KUBERNETES_SERVICE_HOST=10.0.0.1 ; INIT_ADMIN_NAME=ann | INIT_ADMIN_EMAIL is not set.
            MIGRATIONS_ENVIRONMENT=prod ; INIT_ADMIN_EMAIL=a@b     | INIT_ADMIN_NAME is not set.
            INIT_ADMIN_NAME=no name                                | the name 'no name' cannot be used
            INIT_ADMIN_EMAIL=nowhere                               | 'nowhere' is no e-mail address
            INIT_ADMIN_PASSWORD=eleven char                        | the password cannot be used: it has less than 12
            """)
    void areRefusedWhereTheyAreMissingOrWrong(String given, String because) {
        ConfigurationException refusal =
                catchThrowableOfType(ConfigurationException.class, () -> read(GOOD + " ; " + given, true));
        assertThat(refusal).hasMessageContaining(because);
        assertThat(refusal.code()).isEqualTo("invalid-configuration");
        assertThat(refusal.remedy()).contains("INIT_ADMIN_");
        assertThat(refusal.toString()).doesNotContain("horse", "eleven char");
    }

    @Test
    void areAllNamedAtOnce() {
        ConfigurationException refusal =
                catchThrowableOfType(ConfigurationException.class, () -> read("MIGRATIONS_ENVIRONMENT=prod", false));
        assertThat(refusal)
                .hasMessage("The first administrator cannot be made: INIT_ADMIN_NAME and INIT_ADMIN_EMAIL are not set;"
                        + " no password is set, and there is no terminal to show a drawn one on.");
        assertThat(refusal.remedy())
                .isEqualTo(
                        "Set INIT_ADMIN_NAME=ann, INIT_ADMIN_EMAIL=ann@example.org, INIT_ADMIN_PASSWORD_FILE=FILE with"
                                + " the first password in its first line. To upgrade without one: migrations upgrade");
    }

    @Test
    void leaveThePasswordToChanceOnATerminalAlone() {
        AdministratorSettings settings = read(ANN, true);
        assertThat(settings.drawn()).isTrue();
        assertThat(settings.user().password().reveal())
                .isNotEqualTo(read(ANN, true).user().password().reveal());
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> read(ANN, false)))
                .hasMessageContaining("there is no terminal to show a drawn one on");
    }

    private static AdministratorSettings read(String given, boolean terminal) {
        Map<String, String> environment = new HashMap<>();
        for (String setting : given.split(" ; ", -1)) {
            String[] parts = setting.split("=", 2);
            if (parts.length == 2) {
                environment.put(parts[0], parts[1]);
            }
        }
        return AdministratorSettings.read(Variables.of(environment, Map.of()), terminal);
    }
}
