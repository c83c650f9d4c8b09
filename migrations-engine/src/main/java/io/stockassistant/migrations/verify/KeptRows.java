package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.TableRows;
import io.stockassistant.migrations.replay.State;
import io.stockassistant.migrations.rows.SampleRows;
import io.stockassistant.migrations.script.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps rows in all tables, and sees which values do not survive. */
final class KeptRows implements Rows {

    private final Protocol protocol;
    private Contents beforeUpgrade = nothing();
    private Contents beforeUndo = nothing();

    KeptRows(Protocol protocol) {
        this.protocol = protocol;
    }

    private static Contents nothing() {
        return new Contents(new TreeMap<>(), new TreeMap<>());
    }

    @Override
    public void fill(Line line) throws SQLException {
        beforeUpgrade = filled(line);
    }

    @Override
    public void beforeUndo(Line line, Migration migration) throws SQLException {
        beforeUndo = filled(line);
    }

    @Override
    public void afterUndo(Line line, Migration migration) throws SQLException {
        compare(beforeUpgrade, contents(line), migration, false);
    }

    @Override
    public void afterRedo(Line line, Migration migration) throws SQLException {
        compare(beforeUndo, contents(line), migration, true);
    }

    private Contents filled(Line line) throws SQLException {
        try (Connection connection = line.database().open("")) {
            Catalog catalog = CatalogReader.read(connection, State.scope(line.modules()));
            protocol.leftEmpty(SampleRows.complete(connection, catalog));
            return Contents.read(connection, catalog);
        }
    }

    private static Contents contents(Line line) throws SQLException {
        try (Connection connection = line.database().open("")) {
            return Contents.read(connection, CatalogReader.read(connection, State.scope(line.modules())));
        }
    }

    private void compare(Contents before, Contents after, Migration migration, boolean byUndo) {
        before.tables().forEach((table, rows) -> {
            TableRows left = after.tables().get(table);
            if (byUndo && !beforeUpgrade.tables().containsKey(table)) {
                int lost = rows.rows().size() - (left == null ? 0 : left.rows().size());
                if (lost > 0) {
                    protocol.lost(new Loss(migration.revision(), table, lost, null, true));
                }
                return; // the migration has made the table itself
            }
            Map<String, List<String>> there = byColumn(left);
            byColumn(rows).forEach((column, values) -> {
                List<String> lost = new ArrayList<>(values);
                there.getOrDefault(column, List.of()).forEach(lost::remove);
                if (!lost.isEmpty()) {
                    protocol.lost(
                            new Loss(migration.revision(), table + "." + column, lost.size(), lost.get(0), byUndo));
                }
            });
        });
    }

    /** The values that there are; NULL is none. */
    private static SortedMap<String, List<String>> byColumn(@Nullable TableRows rows) {
        SortedMap<String, List<String>> columns = new TreeMap<>();
        for (int i = 0; rows != null && i < rows.columns().size(); i++) {
            List<String> values = new ArrayList<>();
            for (List<@Nullable String> row : rows.rows()) {
                String value = row.get(i);
                if (value != null) {
                    values.add(value);
                }
            }
            columns.put(rows.columns().get(i).name(), values);
        }
        return columns;
    }
}
