package io.stockassistant.migrations.drift;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.replay.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database in use, at one moment.
 *
 * @param major the major version of its server
 * @param catalog all that is in it but histories and journal
 */
public record LiveDatabase(int major, Histories histories, Owners owners, Catalog catalog) {

    /**
     * Reads it, in one transaction that may not write.
     *
     * @param connection with automatic commit
     * @throws SQLException if the server fails, or a history may not be read
     */
    public static LiveDatabase read(Connection connection, Modules modules) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            try {
                Histories histories = HistoryReader.read(connection, modules.list());
                Owners owners = Owners.read(connection, modules, histories);
                Catalog catalog = CatalogReader.readInTransaction(
                        connection, State.scope(modules).ofDatabaseInUse().ofRoles(owners.all()));
                return new LiveDatabase(connection.getMetaData().getDatabaseMajorVersion(), histories, owners, catalog);
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }
}
