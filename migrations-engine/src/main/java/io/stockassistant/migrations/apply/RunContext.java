package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.script.Migrations;

/**
 * What every run works with.
 *
 * @param connections to the database
 * @param migrations of all modules
 * @param origin who runs it, for the journal
 * @param interruption ends it early
 * @param keepsJournal whether the journal says of it; what is thrown away needs none
 * @param guard asked before each step
 */
public record RunContext(
        ConnectionSource connections,
        Migrations migrations,
        RunSettings settings,
        RunOrigin origin,
        RunObserver observer,
        Interruption interruption,
        boolean keepsJournal,
        StepGuard guard) {

    /** With a journal. */
    public RunContext(
            ConnectionSource connections,
            Migrations migrations,
            RunSettings settings,
            RunOrigin origin,
            RunObserver observer,
            Interruption interruption) {
        this(connections, migrations, settings, origin, observer, interruption, true, StepGuard.NONE);
    }

    /** The same, with somebody who is asked before each step. */
    public RunContext guardedBy(StepGuard guard) {
        return new RunContext(connections, migrations, settings, origin, observer, interruption, keepsJournal, guard);
    }

    RunLock lock() throws java.sql.SQLException {
        return RunLock.acquire(connections, settings.runLockTimeout(), interruption, observer);
    }
}
