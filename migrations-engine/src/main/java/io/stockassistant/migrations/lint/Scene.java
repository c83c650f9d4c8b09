package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.effect.TakenLock;
import java.util.List;

/** A statement that was seen to run, in its migration. */
public record Scene(MigrationScene migration, StatementEffects effects) {

    /** Its text without the comments before it. */
    public String sql() {
        return effects.statement().body();
    }

    /** The statements before it. */
    public List<StatementEffects> earlier() {
        List<StatementEffects> all = migration.statements();
        return all.subList(0, all.indexOf(effects));
    }

    /** The locks that it took and that writers or readers have to wait for. */
    public List<TakenLock> stopping() {
        return effects.locks().stream()
                .filter(each -> each.mode().stopsWriters())
                .toList();
    }

    /** Whether a table is out of reach for readers while it works. */
    public boolean stopsReaders(Relation table) {
        return effects.holds(table, LockMode.ACCESS_EXCLUSIVE);
    }

    /** Whether a table is out of reach for writers while it works. */
    public boolean stopsWriters(Relation table) {
        return effects.holds(table, LockMode.SHARE);
    }
}
