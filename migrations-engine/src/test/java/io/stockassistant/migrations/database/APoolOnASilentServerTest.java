package io.stockassistant.migrations.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.shared.config.DataSourceConfiguration;
import io.stockassistant.shared.config.Variables;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A server that accepts connections and says nothing, as one that hangs or a firewall does. */
@Timeout(30)
final class APoolOnASilentServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"disable", "prefer", "require"})
    void doesNotWaitForItForEver(String sslMode) throws IOException {
        try (FakeServer server = FakeServer.silent();
                AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext()) {
            String url =
                    "postgres://ann@" + server.settings().address() + "/stocks?connect_timeout=1&sslmode=" + sslMode;
            application.registerBean(
                    Variables.class,
                    () -> Variables.of(Map.of("DATABASE_URL", url, "DATABASE_POOL_TIMEOUT", "4s"), Map.of()));
            application.register(DataSourceConfiguration.class);
            application.refresh();
            DataSource pool = application.getBean(DataSource.class);

            assertThatThrownBy(() -> pool.getConnection().close())
                    .rootCause()
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }
}
