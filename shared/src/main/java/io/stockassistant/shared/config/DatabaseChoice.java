package io.stockassistant.shared.config;

import java.util.List;

/** Which database a command works on. */
public sealed interface DatabaseChoice {

    /**
     * The one that the settings name.
     *
     * @param warnings sentences for the user about settings that were not used
     */
    record Configured(DatabaseSettings settings, List<String> warnings) implements DatabaseChoice {}

    /** The embedded server. */
    record Embedded() implements DatabaseChoice {}

    /**
     * Decides. Nothing is read but what is given and the password files that it names.
     *
     * <ul>
     *   <li>Flags are an explicit override. {@code --url} is the place, whatever the variables say; of them only the
     *       libpq ones fill in what it leaves open, as users of psql expect: {@code PGUSER}, {@code PGPASSWORD}, {@code
     *       PGSSLMODE}, the password file. {@code --user} and {@code --password-file} also override those of the
     *       variables.
     *   <li>Without {@code --url}: {@code DATABASE_URL}, the libpq variables, {@code POSTGRES_SERVER} and its like. The
     *       environment outranks {@code .env}. Families that disagree, and half a family, are errors.
     *   <li>With none of these, the embedded server, but only in environment local and outside Kubernetes: a deployment
     *       that lost its settings must not succeed on a throw-away server. {@code --embedded} asks for it anywhere.
     * </ul>
     *
     * @throws ConfigurationException if that names no database, or more than one
     */
    static DatabaseChoice of(DatabaseFlags flags, Variables variables) {
        flags.check();
        Environment environment = Environment.of(variables);
        if (flags.embedded()) {
            return new Embedded();
        }
        return DatabasePlace.find(flags, variables)
                .map(place -> DatabasePlace.complete(place, variables))
                .orElseGet(() -> embedded(environment, flags, variables));
    }

    private static DatabaseChoice embedded(Environment environment, DatabaseFlags flags, Variables variables) {
        if (!flags.equals(DatabaseFlags.NONE)) {
            throw ConfigurationException.invalid(
                    flags.firstGiven() + " is given, but nothing names the server.",
                    "Add --url postgres://HOST:5432/DATABASE, or set DATABASE_URL.");
        }
        if (environment != Environment.LOCAL) {
            throw noDatabase(Environment.VARIABLE + " is " + environment.word());
        }
        if (Environment.isKubernetes(variables)) {
            throw noDatabase("this runs inside Kubernetes (KUBERNETES_SERVICE_HOST is set)");
        }
        return new Embedded();
    }

    private static ConfigurationException noDatabase(String because) {
        return ConfigurationException.noDatabase(
                "No database is configured, and " + because
                        + ", where the embedded one is not used unless it is asked for.",
                "Set DATABASE_URL=postgres://USER:PASSWORD@HOST:5432/DATABASE in the environment, or PGHOST, PGDATABASE, "
                        + "PGUSER and PGPASSWORD, or give --url; --embedded asks for a throw-away server.");
    }
}
