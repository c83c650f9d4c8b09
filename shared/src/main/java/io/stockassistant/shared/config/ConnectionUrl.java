package io.stockassistant.shared.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A URL of one PostgreSQL database: {@code postgres://}, {@code postgresql://} or {@code jdbc:postgresql://}, then {@code
 * user:password@host:port/database?parameter=value}, each part percent-encoded. User and password may be parameters.
 */
final class ConnectionUrl {

    private static final List<String> SCHEMES = List.of("jdbc:postgresql://", "postgresql://", "postgres://");
    private static final Set<String> SAID_ELSEWHERE =
            Set.of("host", "hostaddr", "port", "dbname", "service", "servicefile", "passfile");
    private static final String HELP = "Write postgres://USER@HOST:5432/DATABASE.";

    private final String by;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private ConnectionUrl(String by) {
        this.by = by;
    }

    /**
     * @param by the name of the setting, for messages: they never show the text, which may hold a password
     * @throws ConfigurationException if it is no such URL
     */
    static Place parse(String text, String by) {
        return new ConnectionUrl(by).parse(text.strip());
    }

    private Place parse(String text) {
        String rest = withoutScheme(text);
        int question = rest.indexOf('?');
        if (question >= 0) {
            readParameters(rest.substring(question + 1));
        }
        String beforeQuery = question < 0 ? rest : rest.substring(0, question);
        int slash = beforeQuery.indexOf('/');
        String authority = slash < 0 ? beforeQuery : beforeQuery.substring(0, slash);
        String database = slash < 0 ? "" : decode(beforeQuery.substring(slash + 1));
        int at = authority.lastIndexOf('@');
        String userInfo = at < 0 ? "" : authority.substring(0, at);
        int colon = userInfo.indexOf(':');
        String user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = decode(colon < 0 ? "" : userInfo.substring(colon + 1));
        Named<String> secret = either("password", password);
        return place(
                HostAndPort.parse(authority.substring(at + 1), by),
                database.isEmpty() ? null : new Named<>(database, by),
                either("user", user),
                secret == null ? null : new Named<>(Password.of(secret.value()), by));
    }

    private Place place(
            HostAndPort address,
            @Nullable Named<String> database,
            @Nullable Named<String> user,
            @Nullable Named<Password> password) {
        String host = decode(address.host());
        if (host.isEmpty()) {
            throw ConfigurationException.invalid(by + " names no host.", HELP);
        }
        Integer port = address.port();
        return new Place(
                new Named<>(HostName.checked(host, by), by),
                port == null ? new Named<>(Place.DEFAULT_PORT, by + " (by default)") : new Named<>(port, by),
                database,
                user,
                password,
                Map.copyOf(parameters));
    }

    private String withoutScheme(String text) {
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return text.substring(scheme.length());
            }
        }
        int end = text.indexOf("://");
        boolean showable = end > 0 && text.substring(0, end).matches("[A-Za-z][A-Za-z0-9+.:-]{0,30}");
        String scheme =
                showable ? " begins with " + text.substring(0, end + 3).toLowerCase(Locale.ROOT) + ", which" : "";
        throw ConfigurationException.invalid(by + scheme + " is no URL of a PostgreSQL database.", HELP);
    }

    private void readParameters(String query) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty() && equals <= 0) {
                throw ConfigurationException.invalid(by + " has a parameter without a value.", "Write ?name=value.");
            }
            if (!pair.isEmpty()) {
                addParameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private void addParameter(String name, String value) {
        if (SAID_ELSEWHERE.contains(name)) {
            throw ConfigurationException.invalid(by + " has the parameter " + name + ", which is not read.", HELP);
        }
        UrlParameters.check(name, by);
        if (name.equals(SslMode.PARAMETER)) {
            SslMode.checked(value, by);
        }
        if (parameters.put(name, value) != null) {
            throw ConfigurationException.invalid(
                    by + " has the parameter " + name + " twice.", "Leave one of them away.");
        }
    }

    /** What stands before the host, or as a parameter of that name. */
    private @Nullable Named<String> either(String name, String beforeHost) {
        String parameter = parameters.getOrDefault(name, "");
        parameters.remove(name);
        if (!parameter.isEmpty() && !beforeHost.isEmpty()) {
            throw ConfigurationException.invalid(
                    by + " has a " + name + " before the host and another as a parameter.", "Leave one of them away.");
        }
        String value = parameter + beforeHost;
        return value.isEmpty() ? null : new Named<>(value, by);
    }

    private String decode(String text) {
        return PercentEncoding.decode(text, by);
    }
}
