package io.stockassistant.shared.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Settings in the driver's own words; it passes over a name that it does not know. */
public final class DriverParameters {

    private static final Map<String, String> LIBPQ_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode",
            "sslnegotiation", "sslNegotiation",
            "require_auth", "requireAuth");

    private DriverParameters() {}

    /** How long a server may be silent while a connection is being opened: {@code connect_timeout}, if there is one. */
    public static Duration patience(DatabaseSettings settings, Duration otherwise) {
        return Optional.ofNullable(settings.driverParameters().get("connectTimeout"))
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(otherwise);
    }

    /**
     * All that opens a connection, the password included. A server that accepts and then says nothing has failed, like one
     * that does not accept; {@link #endPatience} is for the connection that comes of it.
     *
     * @param patience whole seconds; zero is without end
     */
    public static Properties toConnect(DatabaseSettings settings, Duration patience) {
        Properties properties = new Properties();
        String seconds = Long.toString(patience.toSeconds());
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        properties.setProperty("sslResponseTimeout", Long.toString(patience.toMillis()));
        properties.setProperty("tcpKeepAlive", "true");
        // Asked for only by name: otherwise each refusal would be followed by a second attempt with Kerberos.
        properties.setProperty("gssEncMode", "disable");
        settings.driverParameters().forEach(properties::setProperty);
        properties.setProperty("user", settings.user());
        // Without one the driver would read .pgpass by itself, and also one that others may read.
        Password password = settings.password();
        properties.setProperty("password", password == null ? "" : password.reveal());
        return properties;
    }

    /** While connecting, silence is failure; afterwards a statement may take as long as {@code socketTimeout} says, or takes. */
    public static void endPatience(Connection connection, DatabaseSettings settings) throws SQLException {
        String seconds = settings.parameters().getOrDefault("socketTimeout", "0");
        connection.setNetworkTimeout(
                Runnable::run,
                Math.toIntExact(Duration.ofSeconds(Long.parseLong(seconds)).toMillis()));
    }

    static Map<String, String> of(Map<String, String> given) {
        Map<String, String> named = new LinkedHashMap<>();
        given.forEach((name, value) -> named.put(LIBPQ_NAMES.getOrDefault(name, name), value));
        return named;
    }
}
