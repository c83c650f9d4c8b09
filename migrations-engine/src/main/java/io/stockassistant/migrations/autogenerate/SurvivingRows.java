package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.TableRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the rows before a script with those after it, in the columns that are there on both sides. */
final class SurvivingRows {

    private final Contents before;
    private final Contents after;
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    private SurvivingRows(Contents before, Contents after, List<Rename> renames) {
        this.before = before;
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
    static List<LostValues> lost(Contents before, Contents after, List<Rename> renames) {
        SurvivingRows comparison = new SurvivingRows(before, after, renames);
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
                    name + "." + column.name(), columns.getOrDefault(rows.table() + "." + column.name(), column.name()));
            int other = others == null
                    ? -1
                    : others.columns().stream().map(each -> each.name()).toList().indexOf(newName);
            boolean sameType = others != null
                    && other >= 0
                    && others.columns().get(other).get("type").equals(column.get("type"));
            findFirst(sorted(rows, i), others == null || other < 0 ? Collections.nCopies(rows.rows().size(), "") : sorted(others, other))
                    .ifPresent(pair -> lost.add(new LostValues(column.qualified(), pair.get(0), pair.get(1), !sameType)));
        }
    }

    private List<@Nullable String> sorted(TableRows rows, int column) {
        return rows.rows().stream()
                .map(each -> each.get(column))
                .map(each -> each == null ? null : values.getOrDefault(each, each))
                .sorted(java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()))
                .toList();
    }

    private static java.util.Optional<List<@Nullable String>> findFirst(
            List<@Nullable String> one, List<@Nullable String> other) {
        for (int i = 0; i < one.size(); i++) {
            String there = i < other.size() ? other.get(i) : null;
            if (!Objects.equals(one.get(i), there) || i >= other.size()) {
                return java.util.Optional.of(java.util.Arrays.asList(one.get(i), there));
            }
        }
        return java.util.Optional.empty();
    }
}
