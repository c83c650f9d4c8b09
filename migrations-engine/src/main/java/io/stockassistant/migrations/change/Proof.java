package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs scripts where there are rows, and looks at what is left. */
public final class Proof {

    /** Data exceptions, violated constraints, and what a check of the user's own raises. */
    private static final Set<String> BY_DATA = Set.of("22", "23", "P0");

    private final Shadow shadow;
    private final Extent extent;
    private final SchemaComparison comparison;

    public Proof(Shadow shadow, Extent extent, SchemaComparison comparison) {
        this.shadow = shadow;
        this.extent = extent;
        this.comparison = comparison;
    }

    /**
     * Runs a script on a clone of where it begins, filled with rows.
     *
     * @param renames those that the script makes, for the comparison of rows
     * @throws BrokenScriptException if the server refuses a statement for another reason than the rows
     */
    public ScriptProof run(
            ShadowDatabase from, ShadowDatabase to, List<SchemaStatement> statements, List<Rename> renames)
            throws SQLException {
        try (ShadowDatabase clone = shadow.cloneOf(from)) {
            List<String> withoutRows;
            Contents before;
            Contents after;
            List<ScriptProof.Refusal> refusals = new ArrayList<>();
            try (Connection connection = clone.open("proof")) {
                withoutRows = ExtentRows.fill(connection, extent);
                before = contents(connection);
                findRefusal(connection, statements).ifPresent(refusals::add);
                after = contents(connection);
            }
            return refusals.isEmpty()
                    ? new ScriptProof(
                            comparison.differences(clone, to),
                            withoutRows,
                            refusals,
                            SurvivingRows.lost(before, after, renames, statements))
                    : withoutRows(from, to, statements, withoutRows, refusals);
        }
    }

    /** Some of the script may be committed when rows stand in its way: the rest is proven from the beginning again. */
    private ScriptProof withoutRows(
            ShadowDatabase from,
            ShadowDatabase to,
            List<SchemaStatement> statements,
            List<String> withoutRows,
            List<ScriptProof.Refusal> refusals)
            throws SQLException {
        try (ShadowDatabase clone = shadow.cloneOf(from)) {
            try (Connection connection = clone.open("proof")) {
                ExtentRows.remove(connection, extent);
                findRefusal(connection, statements).ifPresent(refusals::add);
            }
            return new ScriptProof(comparison.differences(clone, to), withoutRows, refusals, List.of());
        }
    }

    private Contents contents(Connection connection) throws SQLException {
        return Contents.read(connection, CatalogReader.read(connection, extent.scope()));
    }

    private Optional<ScriptProof.Refusal> findRefusal(Connection connection, List<SchemaStatement> statements)
            throws SQLException {
        try {
            runFrom(connection, statements);
            return Optional.empty();
        } catch (RefusedByRows e) {
            return Optional.of(new ScriptProof.Refusal(e.statement, e.message));
        }
    }

    private static final class RefusedByRows extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient SchemaStatement statement;
        private final String message;

        RefusedByRows(SchemaStatement statement, SQLException cause) {
            super(cause);
            this.statement = statement;
            this.message = String.valueOf(cause.getMessage());
        }
    }

    private void runFrom(Connection connection, List<SchemaStatement> statements) throws SQLException, RefusedByRows {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + extent.searchPath());
            boolean open = false;
            for (SchemaStatement each : statements) {
                if (each.transactional() != open) {
                    statement.execute(open ? "COMMIT" : "BEGIN");
                    open = each.transactional();
                }
                try {
                    statement.execute(each.sql());
                } catch (SQLException e) {
                    if (open) {
                        statement.execute("ROLLBACK");
                    }
                    if (BY_DATA.contains(String.valueOf(e.getSQLState()).substring(0, 2))) {
                        throw new RefusedByRows(each, e);
                    }
                    throw new BrokenScriptException(each, e);
                }
            }
            if (open) {
                statement.execute("COMMIT");
            }
        }
    }
}
