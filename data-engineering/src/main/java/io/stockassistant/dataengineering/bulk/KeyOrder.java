package io.stockassistant.dataengineering.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Watches whether each row's key is greater than the one before; then no key stands twice. */
final class KeyOrder<M extends Record> {

    private final List<BulkColumn<M>> keys;
    private List<Object> last = List.of();
    private boolean ascending = true;

    KeyOrder(List<BulkColumn<M>> keys) {
        this.keys = keys;
    }

    void next(M row) {
        if (!ascending) {
            return;
        }
        List<Object> key = new ArrayList<>(keys.size());
        for (BulkColumn<M> column : keys) {
            key.add(Objects.requireNonNull(column.valueIn(row), column.quotedName()));
        }
        ascending = last.isEmpty() || compare(last, key) < 0;
        last = key;
    }

    boolean isAscending() {
        return ascending;
    }

    private static int compare(List<Object> one, List<Object> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Object one, Object other) {
        if (one instanceof LocalDate date) {
            return date.compareTo((LocalDate) other);
        }
        if (one instanceof Double number) {
            return number.compareTo((Double) other);
        }
        return ((String) one).compareTo((String) other);
    }
}
