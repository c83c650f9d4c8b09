package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees which module creates which extension: these stand in no schema, and nothing else says whose they are. */
final class ExtensionWatch implements RunObserver {

    private static final String QUERY = """
            SELECT quote_ident(e.extname), 'CREATE EXTENSION IF NOT EXISTS ' || quote_ident(e.extname) || ' WITH SCHEMA '
                || quote_ident(n.nspname)
                || CASE WHEN e.extversion <> a.default_version THEN ' VERSION ' || quote_literal(e.extversion) ELSE '' END
            FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
            JOIN pg_available_extensions a ON a.name = e.extname WHERE e.oid >= 16384 ORDER BY e.oid
            """;

    private final ShadowDatabase database;
    private final Map<String, String> creators = new LinkedHashMap<>();
    private @Nullable SQLException failure;

    ExtensionWatch(ShadowDatabase database) {
        this.database = database;
    }

    @Override
    public void stepDone(Step step, Duration duration) {
        try {
            extensions().keySet().forEach(each -> creators.putIfAbsent(each, step.module()));
        } catch (SQLException e) {
            failure = e; // a watcher cannot stop a run: whoever asks for what was seen gets to know
        }
    }

    /** The statements that create the extensions of a module that are there now. */
    List<String> statements(String module) throws SQLException {
        if (failure != null) {
            throw failure;
        }
        List<String> statements = new ArrayList<>();
        extensions().forEach((extension, statement) -> {
            if (module.equals(creators.get(extension))) {
                statements.add(statement);
            }
        });
        return statements;
    }

    private Map<String, String> extensions() throws SQLException {
        Map<String, String> extensions = new LinkedHashMap<>();
        try (Connection connection = database.open("extensions");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                extensions.put(row.getString(1), row.getString(2));
            }
        }
        return extensions;
    }
}
