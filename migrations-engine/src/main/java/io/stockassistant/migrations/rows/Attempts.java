package io.stockassistant.migrations.rows;

import io.stockassistant.migrations.catalog.CatalogObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Tries values for the rows of a table until there are enough. */
final class Attempts {

    private static final int ROWS = 3;
    private static final int TRIES = 80;

    private final Statement statement;
    private final Candidates candidates;
    private final Random random = new Random(7);

    /** @param statement in a transaction, of a connection in simple query mode */
    Attempts(Statement statement, Candidates candidates) {
        this.statement = statement;
        this.candidates = candidates;
    }

    /** @return what the server says to the first try, if it has taken none */
    Optional<String> fill(CatalogObject table) throws SQLException {
        // Checks and computed columns may call what they know without its schema.
        statement.execute("SET LOCAL search_path = " + table.parent() + ", public");
        Map<String, List<String>> values = candidates.of(table);
        long there = count(table);
        int made = 0;
        Optional<String> reason = Optional.empty();
        for (int attempt = 0; attempt < TRIES && made < ROWS; attempt++) {
            Optional<String> refusal = insert(insertion(table, values, attempt, there + attempt + 1));
            made += refusal.isPresent() ? 0 : 1;
            reason = reason.or(() -> refusal);
        }
        return made == 0 ? reason : Optional.empty();
    }

    private long count(CatalogObject table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM ONLY " + table.qualified())) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first tries take the first values of all columns, then the second of all; later ones mix them. */
    private String insertion(CatalogObject table, Map<String, List<String>> candidates, int attempt, long number) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        candidates.forEach((column, all) -> {
            int place = attempt < ROWS * 2 ? attempt : random.nextInt(all.size());
            columns.add(column);
            values.add(all.get(place % all.size()).replace(Candidates.NUMBER, Long.toString(number)));
        });
        return columns.isEmpty()
                ? "INSERT INTO " + table.qualified() + " DEFAULT VALUES"
                : "INSERT INTO " + table.qualified() + " (" + String.join(", ", columns) + ") VALUES ("
                        + String.join(", ", values) + ")";
    }

    private Optional<String> insert(String sql) throws SQLException {
        try {
            statement.execute("SAVEPOINT attempt; " + sql + "; RELEASE attempt");
            return Optional.empty();
        } catch (SQLException refused) {
            statement.execute("ROLLBACK TO attempt; RELEASE attempt"); // the next try has other values
            return Optional.of(String.valueOf(refused.getMessage()).replaceFirst("(?s)\n.*", ""));
        }
    }
}
