package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Extensions that are needed from now on. Nobody knows who else needs them: none is ever dropped. */
record NewExtensions(SortedMap<String, String> wanted) implements Pass {

    static NewExtensions of(Connection wanted) throws SQLException {
        return new NewExtensions(read(wanted));
    }

    @Override
    public List<SchemaStatement> statements(Stage stage) throws SQLException {
        SortedMap<String, String> now = read(stage.work());
        List<SchemaStatement> statements = new ArrayList<>();
        wanted.forEach((name, schema) -> {
            if (!now.containsKey(name)) {
                statements.add(SchemaStatement.of(
                        Action.CREATE,
                        Kind.EXTENSION,
                        name,
                        "CREATE EXTENSION IF NOT EXISTS " + name + " SCHEMA " + schema));
            }
        });
        return statements;
    }

    private static SortedMap<String, String> read(Connection connection) throws SQLException {
        SortedMap<String, String> extensions = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT quote_ident(extname), quote_ident(nspname)"
                        + " FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace")) {
            while (row.next()) {
                extensions.put(row.getString(1), row.getString(2));
            }
        }
        return extensions;
    }
}
