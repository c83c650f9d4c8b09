package io.stockassistant.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.config.ConfigurationException;
import io.stockassistant.shared.config.DatabaseChoice;
import io.stockassistant.shared.config.DatabaseFlags;
import io.stockassistant.shared.config.Variables;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AMistakeInTheSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "MIGRATIONS_ENVIRONMENT,prod,no-database-configured",
        "MIGRATIONS_ENVIRONMENT,staging,invalid-configuration",
        "PGPASSWORD,pw,invalid-configuration"
    })
    void endsWithTheExitStatusOfWrongUsage(String name, String value, String code) {
        Variables variables = Variables.of(Map.of(name, value), Map.of());
        ConfigurationException mistake = catchThrowableOfType(
                ConfigurationException.class, () -> DatabaseChoice.of(DatabaseFlags.NONE, variables));
        ProblemException problem = ConfigurationProblem.of(mistake);
        assertThat(problem.exitStatus()).isEqualTo(ExitStatus.USAGE);
        assertThat(problem.problems().get(0).code().word()).isEqualTo(code);
        assertThat(problem.problems().get(0).remedy()).isEqualTo(mistake.remedy());
    }
}
