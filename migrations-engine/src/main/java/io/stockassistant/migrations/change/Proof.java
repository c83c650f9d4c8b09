package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs scripts where there are rows, and looks at what is left. */
public final class Proof {

    /** Data exceptions, violated constraints, and what a check of the user's own raises. */
    private static final Set<String> BY_DATA = Set.of("22", "23", "P0");

    private final Shadow shadow;
    private final ModuleSchema schema;
    private final SchemaComparison comparison;

    public Proof(Shadow shadow, ModuleSchema schema, SchemaComparison comparison) {
        this.shadow = shadow;
        this.schema = schema;
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
            List<ScriptProof.Refusal> refusals = new ArrayList<>();
            List<String> withoutRows;
            Contents before;
            Contents after;
            try (Connection connection = clone.open("proof")) {
                withoutRows = SampleRows.fill(connection, schema);
                before = contents(connection);
                runAll(connection, statements, refusals);
                after = contents(connection);
            }
            List<LostValues> lost =
                    refusals.isEmpty() ? SurvivingRows.lost(before, after, renames, statements) : List.of();
            return new ScriptProof(comparison.differences(clone, to), withoutRows, refusals, lost);
        }
    }

    private Contents contents(Connection connection) throws SQLException {
        return Contents.read(connection, CatalogReader.read(connection, schema.scope()));
    }

    private void runAll(Connection connection, List<SchemaStatement> statements, List<ScriptProof.Refusal> refusals)
            throws SQLException {
        for (int i = 0; i <= statements.size(); i++) {
            try {
                runFrom(connection, statements);
                return;
            } catch (RefusedByRows e) {
                // Without rows the rest can still be proven.
                refusals.add(new ScriptProof.Refusal(e.statement, e.message));
                empty(connection);
            }
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
            statement.execute("SET search_path = " + Identifiers.quote(schema.name()) + ", \"$user\", public");
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

    private void empty(Connection connection) throws SQLException {
        Catalog catalog = CatalogReader.read(connection, schema.scope());
        String tables = String.join(
                ", ",
                catalog.list(Kind.TABLE).stream().map(CatalogObject::qualified).toList());
        if (!tables.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("TRUNCATE " + tables + " CASCADE");
            }
        }
    }
}
