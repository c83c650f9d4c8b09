package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateResult;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Flyway as its users have it, pointed at one module. */
record StockFlyway(FluentConfiguration configuration) {

    /** In a database that went step by step, or begins with another one. */
    private static final Set<String> OF_BASELINES_PASSED_OVER = Set.of("IGNORED", "BASELINE_IGNORED", "BELOW_BASELINE");

    private static final Set<String> PAST = Set.of("DELETED", "SUPERSEDED", "OUTDATED");

    /** With a schema and a history table named as the module's are by default. */
    static StockFlyway on(TestDatabase database, String schema, String location) {
        return on(StockFlyway.class.getClassLoader(), database, schema, location);
    }

    /** The same, with the class path of a loader. */
    static StockFlyway on(ClassLoader loader, TestDatabase database, String schema, String location) {
        FluentConfiguration configuration = Flyway.configure(loader);
        // By default Flyway keeps its lock in a transaction, for whose end its own CREATE INDEX CONCURRENTLY waits.
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return new StockFlyway(configuration
                .dataSource(
                        "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name(),
                        database.user(),
                        database.password())
                .defaultSchema(schema)
                .schemas(schema)
                .locations(location)
                .ignoreMigrationPatterns("*:pending"));
    }

    StockFlyway outOfOrder() {
        return new StockFlyway(configuration.outOfOrder(true));
    }

    Flyway load() {
        return configuration.load();
    }

    int migrate() {
        return load().migrate().migrationsExecuted;
    }

    void repair() {
        load().repair();
    }

    /** What it finds wrong; nothing when all is well. */
    List<String> validate() {
        ValidateResult result = load().validateWithResult();
        List<String> errors = new ArrayList<>();
        result.invalidMigrations.forEach(each -> errors.add(each.version + " " + each.errorDetails.errorMessage));
        return errors;
    }

    /**
     * The state that it sees each version in, and each repeatable migration by its description; what was taken back and
     * has no file any more is left out, and so are runs of a repeatable migration before its last.
     */
    Map<String, String> info() {
        Map<String, String> states = new TreeMap<>();
        for (MigrationInfo each : load().info().all()) {
            String state = each.getState().name();
            MigrationVersion version = each.getVersion();
            String type = each.getType().name();
            boolean removal = version == null && type.equals("DELETE");
            boolean passedOver = type.equals("SQL_BASELINE") && OF_BASELINES_PASSED_OVER.contains(state);
            if (!PAST.contains(state) && !removal && !passedOver && !type.equals("SCHEMA")) {
                states.put(version == null ? each.getDescription() : version.getVersion(), state);
            }
        }
        return states;
    }
}
