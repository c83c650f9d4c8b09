package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The script that builds one schema with its rows from nothing. */
public final class Baseline {

    private static final String BODIES_OFF = "SET LOCAL check_function_bodies = off";
    private static final String BODIES_AS_BEFORE = "RESET check_function_bodies";

    private Baseline() {}

    /**
     * Writes the script. The schema itself exists before it runs.
     *
     * @param connection to the database that the catalog was read from
     * @param catalog one schema, and nothing else
     * @param one its rows after one replay from empty
     * @param other its rows after another replay
     * @throws CannotBeWritten if the schema holds what the script cannot make again: nothing is left out in silence
     * @throws SQLException if the server cannot answer
     */
    public static String write(Connection connection, Catalog catalog, Contents one, Contents other)
            throws SQLException {
        List<Piece> pieces = new SchemaPieces(catalog, ServerFacts.read(connection)).inOrder();
        List<String> rows = SeedData.statements(connection, catalog, one, other);
        List<List<String>> groups = new ArrayList<>();
        boolean hasRoutines = pieces.stream().anyMatch(each -> isRoutine(each.rank()));
        if (hasRoutines) {
            // Bodies may speak of what comes later; the server checks them when they run.
            groups.add(List.of(BODIES_OFF));
        }
        catalog.list(Kind.SCHEMA).forEach(each -> groups.add(Rights.of(each, "SCHEMA")));
        add(groups, pieces, Piece.Stage.BEFORE_ROWS);
        groups.add(SequenceSql.owners(catalog));
        rows.forEach(each -> groups.add(List.of(each)));
        add(groups, pieces, Piece.Stage.AFTER_ROWS);
        catalog.list(Kind.DEFAULT_PRIVILEGES).forEach(each -> groups.add(Rights.byDefault(each)));
        if (hasRoutines) {
            groups.add(List.of(BODIES_AS_BEFORE));
        }
        String text = text(groups);
        // A script without a statement is taken for a mistake.
        return text.isEmpty() ? "SELECT 'nothing is left of these migrations';\n" : text;
    }

    private static boolean isRoutine(int rank) {
        return rank >= Piece.rank(Kind.FUNCTION) && rank <= Piece.rank(Kind.AGGREGATE);
    }

    private static void add(List<List<String>> groups, List<Piece> pieces, Piece.Stage stage) {
        pieces.stream().filter(each -> each.stage() == stage).forEach(each -> groups.add(each.statements()));
    }

    private static String text(List<List<String>> groups) {
        StringBuilder text = new StringBuilder();
        for (List<String> group : groups) {
            if (!group.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n");
                group.forEach(each -> text.append(each).append(";\n"));
            }
        }
        return text.toString();
    }
}
