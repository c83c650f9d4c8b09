package io.stockassistant.migrations.production;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table as it is at one moment of a plan: one of the live database, a new one, or nobody can say. */
final class PlannedTable {

    /** What stands under a name. */
    enum Origin {
        LIVE,
        NEW,
        UNKNOWN
    }

    /**
     * A column at one moment of a plan.
     *
     * @param name in the live database
     */
    record Column(Origin origin, String name) {}

    private final @Nullable LiveTable live;
    private Origin origin;
    private final Map<String, Optional<Column>> columns = new HashMap<>();

    private PlannedTable(Origin origin, @Nullable LiveTable live) {
        this.origin = origin;
        this.live = live;
    }

    static PlannedTable of(LiveTable live) {
        return new PlannedTable(Origin.LIVE, live);
    }

    static PlannedTable of(Origin origin) {
        return new PlannedTable(origin, null);
    }

    Origin origin() {
        return origin;
    }

    Optional<LiveTable> findLive() {
        return Optional.ofNullable(live);
    }

    /** The column that a plan has touched under a name; empty inside when it is gone, empty when it was not touched. */
    Optional<Optional<Column>> findTouched(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    void put(String column, Optional<Column> value) {
        columns.put(column, value);
    }

    /** From now on nobody can say which of the names the plan has touched is what. */
    void becomeUnsure() {
        origin = origin == Origin.NEW ? Origin.UNKNOWN : origin;
        columns.replaceAll((name, column) -> Optional.of(new Column(Origin.UNKNOWN, name)));
    }
}
