package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.Contents.Position;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.TableRows;
import io.stockassistant.migrations.history.Literals;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows that migrations leave behind, as statements. Two replays of the same migrations tell which values are the
 * migrations' own and which come from the clock or from chance: these are left to the column's default.
 */
final class SeedData {

    private final Defaults defaults;
    private final Contents one;
    private final Contents other;
    private final List<String> impossible = new ArrayList<>();

    private SeedData(Connection connection, Contents one, Contents other) {
        this.defaults = new Defaults(connection);
        this.one = one;
        this.other = other;
    }

    /**
     * The statements that bring back the rows and the positions of sequences.
     *
     * @param connection to a database that has the schema
     * @param one the rows after one replay from empty
     * @param other the rows after another one
     * @throws CannotBeWritten if a value differs between the two and its column has no default that explains it
     */
    static List<String> statements(Connection connection, Catalog catalog, Contents one, Contents other)
            throws SQLException {
        SeedData data = new SeedData(connection, one, other);
        List<String> statements = new ArrayList<>();
        TreeSet<String> tables = new TreeSet<>(one.tables().keySet());
        tables.addAll(other.tables().keySet());
        for (String table : tables) {
            statements.addAll(data.rows(table));
        }
        for (CatalogObject sequence : catalog.list(Kind.SEQUENCE)) {
            statements.addAll(data.position(sequence));
        }
        if (!data.impossible.isEmpty()) {
            throw new CannotBeWritten(data.impossible);
        }
        return statements;
    }

    private List<String> rows(String table) throws SQLException {
        TableRows rows = one.tables().get(table);
        TableRows again = other.tables().get(table);
        if (rows == null || again == null || rows.rows().size() != again.rows().size()) {
            impossible.add("table " + table + " (two replays leave a different number of rows)");
            return List.of();
        }
        List<List<SeedCell>> cells = new ArrayList<>();
        rows.rows().forEach(each -> cells.add(new ArrayList<>()));
        for (int column = 0; column < rows.columns().size(); column++) {
            addColumn(rows, again, column, cells);
        }
        return new SeedTable(table, rows.columns(), cells).statements();
    }

    private void addColumn(TableRows rows, TableRows again, int index, List<List<SeedCell>> cells) throws SQLException {
        CatalogObject column = rows.columns().get(index);
        Values steady = Values.of(again, index);
        boolean changing = defaults.mayChange(column);
        Optional<String> now = changing ? defaults.findValueOfNow(column) : Optional.empty();
        for (int row = 0; row < rows.rows().size(); row++) {
            @Nullable String value = rows.rows().get(row).get(index);
            boolean same = steady.remove(value);
            if (changing && (!same || now.filter(each -> each.equals(value)).isPresent())) {
                cells.get(row).add(SeedCell.DEFAULT);
            } else {
                cells.get(row).add(SeedCell.of(value, column.get("type")));
                if (!same) {
                    impossible.add("column " + column.qualified()
                            + " (two replays leave different values in it, and it has no default that would)");
                    return;
                }
            }
        }
    }

    private List<String> position(CatalogObject sequence) {
        Position position = one.sequences().get(sequence.qualified());
        if (position == null || !position.equals(other.sequences().get(sequence.qualified()))) {
            impossible.add(sequence + " (two replays leave it at different values)");
            return List.of();
        }
        boolean isFresh =
                !position.called() && Long.toString(position.lastValue()).equals(sequence.get("start"));
        return isFresh
                ? List.of()
                : List.of("SELECT pg_catalog.setval(" + Literals.quote(sequence.qualified()) + ", "
                        + position.lastValue() + ", " + position.called() + ")");
    }
}
