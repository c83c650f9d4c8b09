package io.stockassistant.shared.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From flags and variables to a complete description of the place. */
final class DatabasePlace {

    private DatabasePlace() {}

    static Optional<Place> find(DatabaseFlags flags, Variables variables) {
        String url = flags.url();
        Optional<Place> place =
                url == null ? SettingsFamilies.find(variables) : Optional.of(ofUrl(url, flags, variables));
        return place.map(found -> withFlags(found, flags));
    }

    private static Place ofUrl(String url, DatabaseFlags flags, Variables variables) {
        Place place = ConnectionUrl.parse(url, flags.urlOption());
        if (place.password() != null) {
            throw ConfigurationException.invalid(
                    flags.urlOption()
                            + " holds a password, which every user of this machine can see in the list of processes.",
                    "Take it out, and give it with --password-file FILE, PGPASSWORD or ~/.pgpass.");
        }
        if (flags.user() != null) {
            Agreement.either("user", place.user(), new Named<>(flags.user(), "--user"));
        }
        Named<String> user = place.user() == null ? SettingsFamily.LIBPQ.namedUser(variables) : place.user();
        Named<Password> password = SettingsFamily.LIBPQ.namedPassword(variables);
        Place withUser = user == null ? place : place.withUser(user);
        return password == null ? withUser : withUser.withPassword(password);
    }

    private static Place withFlags(Place place, DatabaseFlags flags) {
        String user = flags.user();
        Place withUser = user == null ? place : place.withUser(new Named<>(user.strip(), "--user"));
        return flags.passwordFile() == null
                ? withUser
                : withUser.withPassword(PasswordFile.read("--password-file", flags.passwordFile()));
    }

    static DatabaseChoice complete(Place found, Variables variables) {
        Place place = variables
                .findVariable("PGSSLMODE")
                .map(mode -> found.withDefault(SslMode.PARAMETER, SslMode.checked(mode.value(), mode.label())))
                .orElse(found);
        String host = place.host().value();
        int port = place.port().value();
        String database = database(place);
        // libpq and the driver both fall back to the name of the operating system's user.
        String user = place.user() == null
                ? System.getProperty("user.name", "")
                : place.user().value();
        List<String> warnings = new ArrayList<>();
        Password password = place.password() == null ? null : place.password().value();
        if (password == null) {
            PgPass.Lookup lookup = PgPass.lookUp(variables, host, port, database, user);
            password = lookup.password();
            if (lookup.warning() != null) {
                warnings.add(lookup.warning());
            }
        }
        return new DatabaseChoice.Configured(
                new DatabaseSettings(
                        host,
                        port,
                        database,
                        user,
                        password,
                        place.parameters(),
                        place.host().by()),
                List.copyOf(warnings));
    }

    private static String database(Place place) {
        Named<String> database = place.database();
        if (database == null) {
            throw ConfigurationException.invalid(
                    place.host().by() + " names a server, but nothing names the database on it.",
                    "Name it: the part after the slash in postgres://USER@HOST:5432/DATABASE, or PGDATABASE beside "
                            + "PGHOST, or POSTGRES_DB beside POSTGRES_SERVER.");
        }
        return database.value();
    }
}
