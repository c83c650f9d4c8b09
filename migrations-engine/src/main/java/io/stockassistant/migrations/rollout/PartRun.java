package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.change.Extent;
import io.stockassistant.migrations.change.RefusedStatementException;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.history.Literals;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Carries out the statements of one file as the engine does. */
final class PartRun {

    private PartRun() {}

    static void run(Connection connection, Extent extent, List<SchemaStatement> statements)
            throws SQLException, RefusedStatementException {
        boolean one = Transactions.fitIntoOne(statements);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + extent.searchPath());
            if (one) {
                statement.execute("BEGIN");
            }
            for (SchemaStatement each : statements) {
                try {
                    statement.execute(each.sql());
                } catch (SQLException e) {
                    statement.execute("ROLLBACK");
                    dropLeftovers(statement, extent);
                    throw new RefusedStatementException(each, e);
                }
            }
            if (one) {
                statement.execute("COMMIT");
            }
        }
    }

    /** What a failed build leaves, the engine drops. */
    private static void dropLeftovers(Statement statement, Extent extent) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var rows = statement.executeQuery("SELECT i.indexrelid::regclass FROM pg_index i JOIN pg_class c"
                + " ON c.oid = i.indexrelid WHERE NOT i.indisvalid AND c.relkind = 'i' AND c.relnamespace::regnamespace::text"
                + " IN ("
                + extent.schemas().stream()
                        .map(each -> "quote_ident(" + Literals.quote(each) + ")")
                        .collect(Collectors.joining(", "))
                + ")")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        for (String each : names) {
            statement.execute("DROP INDEX " + each);
        }
    }
}
