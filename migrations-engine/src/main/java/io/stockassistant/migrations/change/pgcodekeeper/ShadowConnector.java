package io.stockassistant.migrations.change.pgcodekeeper;

import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.pgcodekeeper.core.database.base.jdbc.IJdbcConnector;

/** Gives the library connections to a throw-away database. */
final class ShadowConnector implements IJdbcConnector {

    /**
     * Nobody has counted yet what the catalog of a database this young holds, so the server takes it for small and reads
     * it again for each row of another: 300 tables then take ten seconds, and in this way a half. Joined by hashes, rows
     * would come in an order that nobody can foresee, and with them statements.
     */
    private static final String FOR_LARGE_CATALOGS =
            "SET enable_nestloop = off; SET enable_hashjoin = off; SET enable_hashagg = off";

    private final ShadowDatabase database;

    ShadowConnector(ShadowDatabase database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws IOException {
        Connection connection = database.open("compare");
        try (Statement statement = connection.createStatement()) {
            statement.execute(FOR_LARGE_CATALOGS);
            return connection;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String getBatchDelimiter() {
        return "";
    }

    @Override
    public String getUrl() {
        return "jdbc:postgresql:" + database.settings().database();
    }
}
