package io.stockassistant.migrations.production;

import io.stockassistant.migrations.production.PlannedTable.Column;
import io.stockassistant.migrations.production.PlannedTable.Origin;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows a plan statement by statement, and notes what of the live database it takes. */
final class PlannedLosses {

    private static final String UNKNOWN = "unknown rows";

    private final LiveTables live;
    private final PlannedNames names;
    private final Map<String, List<Effect>> routines = new HashMap<>();
    private final Set<AtStake> found = new LinkedHashSet<>();
    private String step = "";
    private boolean unread;

    PlannedLosses(LiveTables live) {
        this.live = live;
        this.names = new PlannedNames(live);
    }

    List<AtStake> list() {
        return List.copyOf(found);
    }

    /** @param schema that the step's names are looked for in */
    void begin(String step, String schema) {
        this.step = step;
        names.begin(schema);
    }

    void add(List<Effect> effects) throws SQLException {
        for (Effect effect : effects) {
            if (effect instanceof Effect.DropTable drop) {
                drop(drop);
            } else if (effect instanceof Effect.DropColumn drop) {
                drop(drop);
            } else if (effect instanceof Effect.DropSchema drop) {
                drop(drop);
            } else if (effect instanceof Effect.Empty empty) {
                take(empty.table(), "the rows of ", false);
            } else if (effect instanceof Effect.Rewrite rewrite) {
                take(rewrite.table(), rewrite.column(), "the old values of ", false);
            } else if (effect instanceof Effect.Unknown unknown) {
                lose(unknown.what());
            } else if (effect instanceof Effect.Unsure) {
                unread = true;
                names.becomeUnsure();
            } else if (effect instanceof Effect.Unread) {
                unread = true;
            } else if (effect instanceof Effect.Define define) {
                routines.put(define.routine(), define.effects());
            } else if (effect instanceof Effect.Call call) {
                call(call.routines());
            } else {
                Renaming.follow(effect, names);
            }
        }
    }

    private void drop(Effect.DropTable drop) throws SQLException {
        take(drop.table(), "", drop.ifExists());
        names.findPlace(drop.table()).ifPresent(names::remove);
    }

    private void drop(Effect.DropColumn drop) throws SQLException {
        take(drop.table(), drop.column(), "", drop.ifExists());
        names.find(drop.table()).ifPresent(table -> table.put(drop.column(), Optional.empty()));
    }

    /** Domains and functions of a schema can be used in any other. */
    private void drop(Effect.DropSchema drop) throws SQLException {
        for (Name table : names.list(drop.schema())) {
            take(table, "", true);
        }
        boolean there = names.hasSchema(drop.schema());
        if (there ? !names.isNewSchema(drop.schema()) : unread || !drop.ifExists()) {
            lose("what else is in the schema " + drop.schema());
        }
        names.removeSchema(drop.schema());
    }

    private void take(Name name, String what, boolean ifExists) throws SQLException {
        Optional<PlannedTable> table = names.find(name);
        Optional<LiveTable> rows = table.flatMap(PlannedTable::findLive);
        if (rows.isPresent()) {
            lose(what + rows.get().name(), live.rows(rows.get()));
        } else if (table.isPresent() ? table.get().origin() == Origin.UNKNOWN : unread || !ifExists) {
            lose(what + name);
        }
    }

    private void take(Name name, String column, String what, boolean ifExists) throws SQLException {
        Optional<PlannedTable> table = names.find(name);
        Optional<Column> known = table.isPresent() ? names.findColumn(table.get(), column) : Optional.empty();
        Optional<LiveTable> rows = table.flatMap(PlannedTable::findLive);
        if (rows.isPresent() && known.isPresent() && known.get().origin() == Origin.LIVE) {
            String original = known.get().name();
            lose(what + rows.get().name() + "." + original, live.rows(rows.get(), original));
        } else if (known.isPresent() ? known.get().origin() == Origin.UNKNOWN : unread || !ifExists) {
            lose(what + name + "." + column);
        }
    }

    /** A function of the plan does what it says; what any other one does can not be read. */
    private void call(Set<String> called) throws SQLException {
        for (String each : called) {
            List<Effect> effects = routines.remove(each); // it may call itself
            if (effects != null) {
                add(effects);
                routines.put(each, effects);
            }
        }
        unread |= live.haveRoutine(called);
    }

    private void lose(String object) {
        lose(object, UNKNOWN);
    }

    private void lose(String object, String rows) {
        found.add(new AtStake(step, object, rows));
    }
}
