package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.change.SchemaComparison.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The clone in which a script takes effect while it is being written. */
final class WorkingClone {

    private final Connection connection;
    private final Extent extent;
    private final Reading reading;
    private Catalog holds;
    private boolean changed;

    /** @param holds what it holds before the first statement */
    WorkingClone(Connection connection, Extent extent, Reading reading, Catalog holds) {
        this.connection = connection;
        this.extent = extent;
        this.reading = reading;
        this.holds = holds;
    }

    Connection connection() {
        return connection;
    }

    /** What it holds now, read again only if a statement may have changed it. */
    Catalog holds() throws SQLException {
        if (changed) {
            holds = reading.read(connection);
            changed = false;
        }
        return holds;
    }

    /** @throws BrokenScriptException if the server refuses one; those before it are done */
    void execute(List<SchemaStatement> statements) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET check_function_bodies = off; SET search_path = " + extent.searchPath());
            for (SchemaStatement each : statements) {
                changed |= !movesPosition(each);
                try {
                    statement.execute(each.sql());
                } catch (SQLException e) {
                    throw new BrokenScriptException(each, e);
                }
            }
        }
    }

    /** Executes all of them or, if the server refuses one, none. */
    boolean executesAll(List<SchemaStatement> statements) throws SQLException {
        boolean changedBefore = changed;
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            try {
                execute(statements);
                statement.execute("COMMIT");
                return true;
            } catch (BrokenScriptException refused) {
                statement.execute("ROLLBACK");
                changed = changedBefore;
                return false;
            }
        }
    }

    /** Positions of sequences are in no catalog. */
    private static boolean movesPosition(SchemaStatement statement) {
        return statement.sql().startsWith("SELECT setval(");
    }
}
