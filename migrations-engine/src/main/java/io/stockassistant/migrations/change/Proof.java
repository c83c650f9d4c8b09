package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs scripts where there are rows, and looks at what is left. */
public final class Proof {

    private final Shadow shadow;
    private final Extent extent;
    private final SchemaComparison comparison;

    /** @param comparison of the two ends of scripts */
    public Proof(SchemaComparison comparison) {
        this.shadow = comparison.shadow();
        this.extent = comparison.extent();
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
                before = ExtentRows.read(connection, extent);
                findRefusal(connection, statements).ifPresent(refusals::add);
                after = ExtentRows.read(connection, extent);
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

    private Optional<ScriptProof.Refusal> findRefusal(Connection connection, List<SchemaStatement> statements)
            throws SQLException {
        try {
            execute(connection, statements);
            return Optional.empty();
        } catch (RefusedStatementException e) {
            if (!e.isByRows()) {
                throw e.broken();
            }
            return Optional.of(e.finding());
        }
    }

    private void execute(Connection connection, List<SchemaStatement> statements)
            throws SQLException, RefusedStatementException {
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
                    throw new RefusedStatementException(each, e);
                }
            }
            if (open) {
                statement.execute("COMMIT");
            }
        }
    }
}
