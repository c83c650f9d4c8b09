package io.stockassistant.shared.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Variables that describe a database together: one a part. A family without its host is half a family. */
record SettingsFamily(String host, String port, String database, String user, String password) {

    static final SettingsFamily LIBPQ = new SettingsFamily("PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD");
    static final SettingsFamily STOCK_ASSISTANT =
            new SettingsFamily("POSTGRES_SERVER", "POSTGRES_PORT", "POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD");

    /** @throws ConfigurationException if a value makes no sense */
    Optional<Place> find(Variables variables) {
        return variables.findVariable(host).map(server -> {
            Named<Integer> number = variables
                    .findVariable(port)
                    .map(text -> new Named<>(Port.parse(text.value(), text.label()), text.label()))
                    .orElseGet(() -> new Named<>(Place.DEFAULT_PORT, server.label() + " (by default)"));
            return new Place(
                    new Named<>(HostName.checked(withoutBrackets(server.value()), server.label()), server.label()),
                    number,
                    named(variables, database),
                    named(variables, user),
                    namedPassword(variables),
                    Map.of());
        });
    }

    @Nullable
    Named<String> namedUser(Variables variables) {
        return named(variables, user);
    }

    @Nullable
    Named<Password> namedPassword(Variables variables) {
        return variables
                .findSecret(password)
                .map(secret -> new Named<>(Password.of(secret.value()), secret.label()))
                .orElse(null);
    }

    /** Those of its variables that are set although the host is not. */
    List<Variable> listOrphans(Variables variables) {
        if (variables.findVariable(host).isPresent()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(user, database, port).flatMap(name -> variables.findVariable(name).stream()),
                        variables.findSecret(password).stream())
                .toList();
    }

    ConfigurationException half(List<Variable> orphans) {
        String names = orphans.stream().map(Variable::label).collect(Collectors.joining(" and "));
        return ConfigurationException.invalid(
                names + (orphans.size() == 1 ? " is" : " are") + " set, but " + host + " is not.",
                "Set " + host + " to the server's name, unset " + names
                        + ", or name the database with --url postgres://USER@HOST:5432/DATABASE.");
    }

    private static @Nullable Named<String> named(Variables variables, String name) {
        return variables
                .findVariable(name)
                .map(found -> new Named<>(found.value(), found.label()))
                .orElse(null);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
