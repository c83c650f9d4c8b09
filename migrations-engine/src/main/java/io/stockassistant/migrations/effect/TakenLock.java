package io.stockassistant.migrations.effect;

/** A lock of the session on something that was there before the migration. */
public record TakenLock(Relation relation, LockMode mode) {

    @Override
    public String toString() {
        return mode + " on " + relation;
    }
}
