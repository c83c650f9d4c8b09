package io.stockassistant.migrations.flyway;

import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Reads an implementation of Flyway's {@code JavaMigration}; loaded when there is one. */
final class UpgradeCode {

    private UpgradeCode() {}

    static JavaCode of(JavaClass type, ClassLoader loader) throws UnusableClassException {
        JavaMigration migration = type.create(
                JavaMigration.class,
                "Let it extend org.flywaydb.core.api.migration.BaseJavaMigration, or give it another name.");
        if (!CoreMigrationType.JDBC.equals(JavaClass.asked(migration::getType))) {
            throw new UnusableClassException(
                    "is of the type " + migration.getType() + ", and only JDBC is carried out",
                    "Leave getType() as it is.");
        }
        MigrationVersion version = JavaClass.asked(migration::getVersion);
        String description = JavaClass.asked(migration::getDescription);
        return new JavaCode(
                type.name(),
                version == null ? null : version.getVersion(),
                description == null ? "" : description,
                JavaClass.asked(migration::getChecksum),
                JavaClass.asked(migration::canExecuteInTransaction),
                type.headerLines(),
                settings -> connection ->
                        type.create(JavaMigration.class, "").migrate(new Given(settings, loader, connection)));
    }

    /** What Flyway gives to a Java migration. */
    private static final class Given implements Context {

        private final JavaSettings settings;
        private final ClassLoader loader;
        private final Connection connection;
        private @Nullable Configuration configuration;

        Given(JavaSettings settings, ClassLoader loader, Connection connection) {
            this.settings = settings;
            this.loader = loader;
            this.connection = connection;
        }

        @Override
        public Configuration getConfiguration() {
            Configuration known = configuration;
            if (known == null) {
                Map<String, String> placeholders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                placeholders.putAll(settings.placeholders());
                known = Flyway.configure(loader)
                        .defaultSchema(settings.schema())
                        .schemas(settings.schema())
                        .table(settings.historyTable())
                        .locations(settings.location())
                        .placeholders(placeholders);
                configuration = known;
            }
            return known;
        }

        @Override
        public Connection getConnection() {
            return connection;
        }
    }
}
