package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.module.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Puts some rows into every table, whatever its types and constraints: values are tried until the server takes them. */
final class SampleRows {

    private static final int ROWS = 3;
    private static final int TRIES = 40;

    private final Connection connection;
    private final Catalog catalog;
    private final ForeignKeys foreignKeys;
    private final Random random = new Random(7);
    private final Set<String> filled = new HashSet<>();
    private final TreeSet<String> empty = new TreeSet<>();

    private SampleRows(Connection connection, Catalog catalog) throws SQLException {
        this.connection = connection;
        this.catalog = catalog;
        this.foreignKeys = ForeignKeys.read(connection);
    }

    /**
     * Fills the tables of some schema, and those of others that they refer to.
     *
     * @param connection with automatic commit
     * @return the tables of that schema for which no row could be made, by name
     */
    static List<String> fill(Connection connection, ModuleSchema schema) throws SQLException {
        Catalog all = CatalogReader.read(
                connection, Scope.wholeDatabase().withoutTable(schema.name(), schema.historyTable()));
        Catalog own = CatalogReader.read(connection, schema.scope());
        SampleRows rows = new SampleRows(connection, all);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // Triggers of the user's have no say here; foreign keys are followed without being asked.
            statement.execute("SET LOCAL session_replication_role = replica; SET LOCAL search_path = "
                    + Identifiers.quote(schema.name()) + ", public");
            own.list(Kind.TABLE).forEach(rows::fillWithWhatItNeeds);
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
        return own.list(Kind.TABLE).stream()
                .map(CatalogObject::qualified)
                .filter(rows.empty::contains)
                .toList();
    }

    private void fillWithWhatItNeeds(CatalogObject table) {
        if (filled.add(table.qualified())) {
            for (String needed : foreignKeys.targetsOf(table.qualified())) {
                catalog.find(Kind.TABLE, needed).ifPresent(this::fillWithWhatItNeeds);
            }
            if (!table.has("partition by")) {
                fill(table);
            }
        }
    }

    private void fill(CatalogObject table) {
        Map<String, List<String>> candidates = new Candidates(catalog, foreignKeys).of(table);
        int made = 0;
        for (int attempt = 0; attempt < TRIES && made < ROWS; attempt++) {
            made += insert(insertion(table, candidates, attempt)) ? 1 : 0;
        }
        if (made == 0) {
            empty.add(table.qualified());
        }
    }

    /** The first tries take the first values of all columns, then the second of all; later ones mix them. */
    private String insertion(CatalogObject table, Map<String, List<String>> candidates, int attempt) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        candidates.forEach((column, all) -> {
            int place = attempt < ROWS * 2 ? attempt : random.nextInt(all.size());
            columns.add(column);
            values.add(all.get(place % all.size()).replace("$row", Integer.toString(attempt + 1)));
        });
        return columns.isEmpty()
                ? "INSERT INTO " + table.qualified() + " DEFAULT VALUES"
                : "INSERT INTO " + table.qualified() + " (" + String.join(", ", columns)
                        + ") OVERRIDING SYSTEM VALUE VALUES (" + String.join(", ", values) + ")";
    }

    private boolean insert(String sql) {
        try (Statement statement = connection.createStatement()) {
            Savepoint before = connection.setSavepoint();
            try {
                statement.execute(sql);
                connection.releaseSavepoint(before);
                return true;
            } catch (SQLException refused) {
                connection.rollback(before); // the next try has other values
                return false;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
