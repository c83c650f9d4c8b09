package io.stockassistant.migrations.effect;

import java.util.Locale;

/** The modes of locks on tables, from the weakest; documentation of PostgreSQL, "Table-Level Locks". */
public enum LockMode {
    ACCESS_SHARE("AccessShareLock"),
    ROW_SHARE("RowShareLock"),
    ROW_EXCLUSIVE("RowExclusiveLock"),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock"),
    SHARE("ShareLock"),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock"),
    EXCLUSIVE("ExclusiveLock"),
    ACCESS_EXCLUSIVE("AccessExclusiveLock");

    private final String inCatalog;

    LockMode(String inCatalog) {
        this.inCatalog = inCatalog;
    }

    /** As {@code pg_locks} calls it. */
    static LockMode ofCatalog(String name) {
        for (LockMode each : values()) {
            if (each.inCatalog.equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** Whether INSERT, UPDATE and DELETE have to wait. */
    public boolean stopsWriters() {
        return compareTo(SHARE) >= 0;
    }

    /** Whether SELECT has to wait. */
    public boolean stopsReaders() {
        return this == ACCESS_EXCLUSIVE;
    }

    public boolean isAtLeast(LockMode other) {
        return compareTo(other) >= 0;
    }

    /** As the documentation writes it, for example {@code SHARE ROW EXCLUSIVE}. */
    @Override
    public String toString() {
        return name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }
}
