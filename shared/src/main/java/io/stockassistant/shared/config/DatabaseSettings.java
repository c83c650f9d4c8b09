package io.stockassistant.shared.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one database is, and as whom to go there. Its text holds no password and no parameter.
 *
 * @param host a name or an address; an IPv6 address without brackets
 * @param password null where the server is expected to ask for none
 * @param parameters further parameters of the connection, {@code sslmode} for one, under the names that they were given
 * @param source the setting that names the host, for messages: {@code --url}, {@code DATABASE_URL}, {@code PGHOST} …
 */
public record DatabaseSettings(
        String host,
        int port,
        String database,
        String user,
        @Nullable Password password,
        Map<String, String> parameters,
        String source) {

    public DatabaseSettings {
        parameters = Map.copyOf(parameters);
    }

    /** Those of a server that asks for no password and needs no parameters, as the embedded one. */
    public static DatabaseSettings of(String host, int port, String database, String user, String source) {
        return new DatabaseSettings(host, port, database, user, null, Map.of(), source);
    }

    /** The same server, user and parameters; another database of it. */
    public DatabaseSettings withDatabase(String other) {
        return new DatabaseSettings(host, port, other, user, password, parameters, source);
    }

    /** The parameters under the names that the driver has for them. One may be a secret: {@code sslpassword}. */
    public Map<String, String> driverParameters() {
        return DriverParameters.of(parameters);
    }

    /** {@code host:port}, as in a URL. */
    public String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** The place for psql and for people: user and database in it, no password, no parameters. */
    public String url() {
        return "postgres://" + PercentEncoding.encode(user) + "@" + address() + "/" + PercentEncoding.encode(database);
    }

    /** The place for the driver: no user, no password, no parameters. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + address() + "/" + PercentEncoding.encode(database);
    }

    /** {@link #url()}: a parameter may be a secret. */
    @Override
    public String toString() {
        return url();
    }
}
