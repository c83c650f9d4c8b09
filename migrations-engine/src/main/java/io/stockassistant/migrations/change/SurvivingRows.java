package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.TableRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the rows before a script with those after it, in the columns that are there on both sides. */
public final class SurvivingRows {

    private final Contents after;
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    private final Set<String> changedTypes;

    private SurvivingRows(Contents after, List<Rename> renames, Set<String> changedTypes) {
        this.changedTypes = changedTypes;
        this.after = after;
        for (Rename each : renames) {
            switch (each.subject()) {
                case TABLE -> tables.put(each.parent() + "." + each.from(), each.parent() + "." + each.to());
                case COLUMN -> columns.put(each.parent() + "." + each.from(), each.to());
                case ENUM_VALUE -> values.put(each.from(), each.to());
                case CONSTRAINT, INDEX, SEQUENCE -> {}
            }
        }
    }

    /** At most one value of each column, the first that is not what it was. */
    public static List<LostValues> lost(
            Contents before, Contents after, List<Rename> renames, List<SchemaStatement> statements) {
        Set<String> types = statements.stream()
                .filter(each -> each.kind() == Kind.COMPOSITE_TYPE || each.kind() == Kind.DOMAIN)
                .map(SchemaStatement::object)
                .collect(Collectors.toSet());
        SurvivingRows comparison = new SurvivingRows(after, renames, types);
        List<LostValues> lost = new ArrayList<>();
        before.tables().values().forEach(each -> comparison.compare(each, lost));
        return List.copyOf(lost);
    }

    private void compare(TableRows rows, List<LostValues> lost) {
        String name = tables.getOrDefault(rows.table(), rows.table());
        TableRows others = after.tables().get(name);
        for (int i = 0; i < rows.columns().size(); i++) {
            var column = rows.columns().get(i);
            String newName = columns.getOrDefault(
                    name + "." + column.name(),
                    columns.getOrDefault(rows.table() + "." + column.name(), column.name()));
            int other = others == null
                    ? -1
                    : others.columns().stream()
                            .map(each -> each.name())
                            .toList()
                            .indexOf(newName);
            boolean sameType = others != null
                    && other >= 0
                    && others.columns().get(other).get("type").equals(column.get("type"))
                    && !changedTypes.contains(column.get("type"));
            List<String> there = others == null || other < 0 ? List.of() : values(others, other);
            List<String> missing = new ArrayList<>(values(rows, i));
            there.forEach(missing::remove);
            if (!missing.isEmpty()) {
                List<String> instead = new ArrayList<>(there);
                values(rows, i).forEach(instead::remove);
                lost.add(new LostValues(
                        column.qualified(), missing.get(0), instead.isEmpty() ? null : instead.get(0), !sameType));
            }
        }
    }

    /** Without NULL: nothing that is not there is lost. */
    private List<String> values(TableRows rows, int column) {
        List<String> all = new ArrayList<>();
        for (List<@Nullable String> row : rows.rows()) {
            String value = row.get(column);
            if (value != null) {
                all.add(values.getOrDefault(value, value));
            }
        }
        return all;
    }
}
