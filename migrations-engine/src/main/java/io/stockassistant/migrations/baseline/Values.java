package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.TableRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of one column, each as often as it is there. */
final class Values {

    private final Map<Optional<String>, Integer> counts = new HashMap<>();

    static Values of(TableRows rows, int column) {
        Values values = new Values();
        for (List<@Nullable String> row : rows.rows()) {
            values.counts.merge(Optional.ofNullable(row.get(column)), 1, Integer::sum);
        }
        return values;
    }

    /** Takes one of these away; false if there is none left. */
    boolean remove(@Nullable String value) {
        Optional<String> key = Optional.ofNullable(value);
        int count = counts.getOrDefault(key, 0);
        counts.put(key, count - 1);
        return count > 0;
    }
}
