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
 */
public record RunContext(
        ConnectionSource connections,
        Migrations migrations,
        RunSettings settings,
        RunOrigin origin,
        RunObserver observer,
        Interruption interruption) {

    RunLock lock() throws java.sql.SQLException {
        return RunLock.acquire(connections, settings.runLockTimeout(), interruption, observer);
    }
}
