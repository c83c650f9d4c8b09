package io.stockassistant.migrations.seeds;

import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A database on which the first migrations of the three modules have run, without the engine. */
final class MigratedSeeds implements AutoCloseable {

    static final List<String> SCHEMAS = List.of("data_engineering", "llm_platform", "identity_access");

    private static final List<String> SCRIPTS = List.of(
            "data_engineering/V20260211000000__initial_schema.sql",
            "data_engineering/V20260212000000__add_sync_tables.sql",
            "llm_platform/V20260211000000__initial_schema.sql",
            "identity_access/V20260213000000__initial_schema.sql");

    private final TestDatabase database;
    private final Connection connection;

    private MigratedSeeds(TestDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    static MigratedSeeds create() throws Exception {
        TestDatabase database = TestPostgres.shared().newDatabase();
        MigratedSeeds seeds = new MigratedSeeds(database, database.connect());
        for (String schema : SCHEMAS) {
            seeds.run("CREATE SCHEMA " + schema);
        }
        for (String script : SCRIPTS) {
            seeds.run("SET search_path TO \"" + script.substring(0, script.indexOf('/')) + "\", \"$user\", public");
            seeds.run(Seeds.text("/db/migration/" + script));
        }
        return seeds;
    }

    /** Runs a text of one or more statements. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, each as its values joined by {@code " | "}; null reads as an empty text. */
    List<String> rows(String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    private static String row(ResultSet result) throws SQLException {
        StringJoiner values = new StringJoiner(" | ");
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            String value = result.getString(i);
            values.add(value == null ? "" : value);
        }
        return values.toString();
    }

    @Override
    public void close() throws SQLException {
        try (database) {
            connection.close();
        }
    }
}
