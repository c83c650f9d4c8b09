package io.stockassistant.migrations.rows;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts some rows into tables, whatever their types and constraints: values are tried until the server takes them. */
public final class SampleRows {

    private final Statement statement;
    private final Catalog catalog;
    private final Set<String> asked;
    private final ForeignKeys foreignKeys;
    private final Attempts attempts;
    private final Set<String> seen = new HashSet<>();
    private final SortedMap<String, String> refused = new TreeMap<>();

    private SampleRows(Statement statement, Catalog catalog, Set<String> asked, ForeignKeys foreignKeys) {
        this.statement = statement;
        this.catalog = catalog;
        this.asked = asked;
        this.foreignKeys = foreignKeys;
        this.attempts = new Attempts(statement, new Candidates(catalog, foreignKeys));
    }

    /**
     * Fills tables, and of those that they refer to the ones that are empty. No trigger fires.
     *
     * @param connection with automatic commit, of a role who owns the tables
     * @param catalog with all that the tables may need: types, checks, other tables
     * @param tables of that catalog
     * @return those for which no row could be made, by qualified name, each with what the server says to the first try
     * @throws SQLException if the server fails
     */
    public static SortedMap<String, String> fill(
            Connection connection, Catalog catalog, Collection<CatalogObject> tables) throws SQLException {
        Set<String> asked = tables.stream().map(CatalogObject::qualified).collect(Collectors.toSet());
        ForeignKeys foreignKeys = ForeignKeys.read(connection);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // What is refused at the end of the transaction could not be tried again.
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            Triggers triggers = Triggers.switchOff(connection);
            SampleRows rows = new SampleRows(statement, catalog, asked, foreignKeys);
            for (CatalogObject each : tables) {
                rows.fillWithWhatItNeeds(each);
            }
            triggers.switchOn();
            connection.commit();
            rows.refused.keySet().retainAll(asked);
            return rows.refused;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /**
     * The same for the tables in which some column has no value in any row.
     *
     * @param catalog of the whole database
     */
    public static SortedMap<String, String> complete(Connection connection, Catalog catalog) throws SQLException {
        return fill(connection, catalog, ColumnsWithoutValues.listTables(connection, catalog));
    }

    private void fillWithWhatItNeeds(CatalogObject table) throws SQLException {
        if (!seen.add(table.qualified())) {
            return;
        }
        for (String needed : foreignKeys.targetsOf(table.qualified())) {
            Optional<CatalogObject> other = catalog.find(Kind.TABLE, needed);
            if (other.isPresent() && (asked.contains(needed) || isEmpty(needed))) {
                fillWithWhatItNeeds(other.get());
            }
        }
        if (table.has("partition by")) {
            for (CatalogObject each : catalog.list(Kind.TABLE)) {
                if (each.find("partition of").equals(Optional.of(table.qualified()))) {
                    fillWithWhatItNeeds(each);
                }
            }
        } else {
            attempts.fill(table).ifPresent(reason -> refused.put(table.qualified(), reason));
        }
    }

    private boolean isEmpty(String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT NOT EXISTS (SELECT FROM " + table + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
