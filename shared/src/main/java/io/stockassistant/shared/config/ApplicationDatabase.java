package io.stockassistant.shared.config;

/** The database of an application, which has no embedded one to fall back on. */
final class ApplicationDatabase {

    private static final System.Logger LOG = System.getLogger(ApplicationDatabase.class.getName());

    private ApplicationDatabase() {}

    static DatabaseSettings of(Variables variables) {
        DatabaseChoice choice = DatabaseChoice.of(DatabaseFlags.NONE, variables);
        if (choice instanceof DatabaseChoice.Configured configured) {
            configured.warnings().forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
            return configured.settings();
        }
        throw ConfigurationException.noDatabase(
                "No database is configured.",
                "Set DATABASE_URL=postgres://USER:PASSWORD@HOST:5432/DATABASE in the environment or in .env; for a local"
                        + " one: ./migrations db start && export DATABASE_URL=\"$(./migrations db url)\"");
    }
}
