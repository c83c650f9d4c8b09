package io.stockassistant.migrations.database;

import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.PGProperty;

/** Settings in the driver's own words. */
final class DriverProperties {

    private DriverProperties() {}

    static Properties of(DatabaseSettings settings, String purpose, Duration patience) {
        Properties properties = new Properties();
        String seconds = Long.toString(patience.toSeconds());
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
        PGProperty.SSL_RESPONSE_TIMEOUT.set(properties, Long.toString(patience.toMillis()));
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        // Asked for only by name: otherwise each refusal would be followed by a second attempt with Kerberos.
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        settings.driverParameters().forEach(properties::setProperty);
        PGProperty.USER.set(properties, settings.user());
        // Without one the driver would read .pgpass by itself, and also one that others may read.
        PGProperty.PASSWORD.set(
                properties,
                settings.password() == null ? "" : settings.password().reveal());
        PGProperty.APPLICATION_NAME.set(properties, ("migrations " + purpose).strip());
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        // Lets the driver say everything in its first message; what is older is refused anyway.
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, Integer.toString(ServerVersion.OLDEST));
        return properties;
    }

    /** While connecting, silence is failure; afterwards a migration may take as long as it takes. */
    static void endOfPatience(Connection connection, DatabaseSettings settings, Properties properties)
            throws SQLException {
        boolean asked = settings.parameters().containsKey(PGProperty.SOCKET_TIMEOUT.getName());
        int seconds = asked ? PGProperty.SOCKET_TIMEOUT.getInt(properties) : 0;
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(Duration.ofSeconds(seconds).toMillis()));
    }
}
