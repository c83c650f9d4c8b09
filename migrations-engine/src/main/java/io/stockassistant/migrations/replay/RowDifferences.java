package io.stockassistant.migrations.replay;

import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.TableRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows with those that migrations leave behind. Of these there are two samples: a value that is in one alone
 * comes from the clock or from chance, and stands for any other such value.
 */
public final class RowDifferences {

    private static final String ANY = "(any)";

    private final Contents expected;
    private final Contents again;
    private final Contents actual;

    private RowDifferences(Contents expected, Contents again, Contents actual) {
        this.expected = expected;
        this.again = again;
        this.actual = actual;
    }

    /**
     * @param expected after one replay of the migrations
     * @param again after another one
     */
    public static List<Difference> list(Contents expected, Contents again, Contents actual) {
        RowDifferences rows = new RowDifferences(expected, again, actual);
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> tables = new TreeSet<>(expected.tables().keySet());
        tables.addAll(actual.tables().keySet());
        tables.forEach(each -> rows.compare(each, differences));
        expected.sequences().forEach((name, position) -> {
            Contents.Position other = actual.sequences().get(name);
            if (other != null && !position.equals(other)) {
                differences.add(new Difference(
                        Kind.SEQUENCE,
                        name,
                        Difference.Change.CHANGED,
                        "position",
                        position.toString(),
                        other.toString()));
            }
        });
        return differences;
    }

    private void compare(String table, List<Difference> differences) {
        List<Set<@Nullable String>> steady = steady(table);
        List<String> here = new ArrayList<>(rows(expected, table, steady));
        List<String> there = new ArrayList<>(rows(actual, table, steady));
        List<String> missing = new ArrayList<>(here);
        there.forEach(missing::remove);
        here.forEach(there::remove);
        for (int i = 0; i < Math.max(missing.size(), there.size()); i++) {
            differences.add(new Difference(
                    Kind.TABLE,
                    table,
                    Difference.Change.CHANGED,
                    "row",
                    i < missing.size() ? missing.get(i) : null,
                    i < there.size() ? there.get(i) : null));
        }
    }

    /** For each column the values that both samples have. */
    private List<Set<@Nullable String>> steady(String table) {
        List<Set<@Nullable String>> steady = new ArrayList<>();
        TableRows one = expected.tables().get(table);
        TableRows other = again.tables().get(table);
        for (int column = 0;
                one != null && other != null && column < one.columns().size();
                column++) {
            Set<@Nullable String> values = values(one, column);
            values.retainAll(values(other, column));
            steady.add(values);
        }
        return steady;
    }

    private static Set<@Nullable String> values(TableRows rows, int column) {
        Set<@Nullable String> values = new HashSet<>();
        rows.rows().forEach(each -> values.add(each.get(column)));
        return values;
    }

    /** Columns are taken by name: two tables with the same columns may have them in another order. */
    private List<String> rows(Contents contents, String table, List<Set<@Nullable String>> steady) {
        TableRows rows = contents.tables().get(table);
        TableRows like = expected.tables().get(table);
        if (rows == null) {
            return List.of();
        }
        List<String> names = names(rows);
        List<String> order = names(like == null ? rows : like);
        List<String> lines = new ArrayList<>();
        for (List<@Nullable String> row : rows.rows()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                int at = names.indexOf(order.get(i));
                @Nullable String value = at < 0 ? null : row.get(at);
                boolean any = i < steady.size() && !steady.get(i).contains(value);
                values.add(order.get(i) + "=" + (any ? ANY : Objects.toString(value, "NULL")));
            }
            lines.add(String.join(", ", values));
        }
        return lines;
    }

    private static List<String> names(TableRows rows) {
        return rows.columns().stream().map(each -> each.name()).toList();
    }
}
