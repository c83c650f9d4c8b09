package io.stockassistant.shared.migration;

import java.sql.Connection;

/**
 * The way back of a migration, as a Java class beside the module's SQL files: {@code U<version>__Words}, public, with a
 * public no-argument constructor.
 *
 * <p>Upgrades in Java implement Flyway's {@code JavaMigration}. Their undos cannot: open-source Flyway takes every class
 * that does for one more upgrade of its version.
 */
public interface JavaUndo {

    /**
     * Takes back what the migration of the same version did.
     *
     * @param connection in the step's transaction, which ends after this: the connection refuses to commit, to roll back
     *     and to be closed
     * @throws Exception whatever stands in the way; the step is then rolled back
     */
    void undo(Connection connection) throws Exception;

    /** Whether it runs in one transaction together with its history row; otherwise it may begin and end its own. */
    default boolean canExecuteInTransaction() {
        return true;
    }
}
