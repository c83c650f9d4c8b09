package io.stockassistant.shared.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NothingConfiguredTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MIGRATIONS_ENVIRONMENT=local",
                "MIGRATIONS_ENVIRONMENT=",
                "DATABASE_URL= ; PGHOST=   ; POSTGRES_PASSWORD= ; .env/PGUSER=",
                "KUBERNETES_SERVICE_HOST=",
                "HOME=/root ; USER=root",
                "--embedded",
                "--embedded ; MIGRATIONS_ENVIRONMENT=prod",
                "--embedded ; KUBERNETES_SERVICE_HOST=10.0.0.1",
                "--embedded ; DATABASE_URL=postgres://ann@db/stocks",
                "--embedded ; PGPASSWORD=left-over"
            })
    void isTheEmbeddedServerWhereNothingCanBeLostByIt(String given) {
        assertThat(Given.of(given).choice()).isEqualTo(new DatabaseChoice.Embedded());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MIGRATIONS_ENVIRONMENT=dev                                    | MIGRATIONS_ENVIRONMENT is dev
            MIGRATIONS_ENVIRONMENT=prod                                   | MIGRATIONS_ENVIRONMENT is prod
            .env/MIGRATIONS_ENVIRONMENT=prod                              | MIGRATIONS_ENVIRONMENT is prod
            .env/MIGRATIONS_ENVIRONMENT=local ; MIGRATIONS_ENVIRONMENT=prod | MIGRATIONS_ENVIRONMENT is prod
            MIGRATIONS_ENVIRONMENT=prod ; DATABASE_URL=                   | MIGRATIONS_ENVIRONMENT is prod
            KUBERNETES_SERVICE_HOST=10.0.0.1                              | inside Kubernetes
            """)
    void isAnErrorWhereADeploymentMayHaveLostItsSettings(String given, String because) {
        ConfigurationException refusal = catchThrowableOfType(
                ConfigurationException.class, () -> Given.of(given).choice());
        assertThat(refusal).isNotNull().hasMessageContaining(because);
        assertThat(refusal.code()).isEqualTo("no-database-configured");
        assertThat(refusal.remedy()).contains("DATABASE_URL=postgres://", "--url", "--embedded");
    }
}
