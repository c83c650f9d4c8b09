package io.stockassistant.shared.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one family of settings says about where the database is. A family with a host has a port too, if only the
 * default one: nobody reads a URL without a port as "any port".
 */
record Place(
        Named<String> host,
        Named<Integer> port,
        @Nullable Named<String> database,
        @Nullable Named<String> user,
        @Nullable Named<Password> password,
        Map<String, String> parameters) {

    static final int DEFAULT_PORT = 5432;

    /**
     * This place, with what it leaves open taken from another description of the same place.
     *
     * @throws ConfigurationException if the two describe different places
     */
    Place agreeingWith(Place other) {
        Agreement.check("host", host, other.host, String::equalsIgnoreCase);
        Agreement.check("port", port, other.port, Integer::equals);
        Map<String, String> merged = new LinkedHashMap<>(other.parameters);
        merged.putAll(parameters);
        return new Place(
                host,
                port,
                Agreement.either("database", database, other.database),
                Agreement.either("user", user, other.user),
                Agreement.either("password", password, other.password),
                merged);
    }

    Place withUser(Named<String> newUser) {
        return new Place(host, port, database, newUser, password, parameters);
    }

    Place withPassword(Named<Password> newPassword) {
        return new Place(host, port, database, user, newPassword, parameters);
    }

    /** This place with a parameter that it does not name itself. */
    Place withDefault(String parameter, String value) {
        Map<String, String> merged = new LinkedHashMap<>(parameters);
        merged.putIfAbsent(parameter, value);
        return new Place(host, port, database, user, password, merged);
    }
}
