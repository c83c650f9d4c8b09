package io.stockassistant.shared.migration;

import io.stockassistant.shared.config.Password;
import io.stockassistant.shared.config.Variables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * What a module does once, when an installation begins: its first administrator, for example. {@code init} does it, after
 * the module's migrations and in the order of modules; no other command does.
 *
 * <p>One implementation with a public no-argument constructor, named in {@code
 * META-INF/services/io.stockassistant.shared.migration.InitTask} of the module's jar, makes a task. Settings are asked
 * for first, so that {@code init} refuses before it creates a database; the work comes last.
 */
public interface InitTask {

    /** The name of the module whose tables it needs. */
    String module();

    /** What it is called in output, in lower-case words joined by hyphens: {@code first-administrator}. */
    String name();

    /**
     * Whether it was done before; then nothing is asked of the settings.
     *
     * @param connection to look with. The module's tables need not be there, nor be in their newest form.
     * @return what there is, unchanged; empty if the task has still to be done
     * @throws SQLException if the server refuses
     */
    Optional<InitOutcome> findDone(Connection connection) throws SQLException;

    /**
     * Reads and checks the settings, and nothing else but the files that they name.
     *
     * @param place what may be taken for granted depends on it
     * @throws io.stockassistant.shared.config.ConfigurationException if they are missing or wrong, with what to set
     */
    Ready prepare(Variables settings, InitPlace place);

    /** A task whose settings are good. */
    interface Ready {

        /** Passwords among its settings: from now on they are hidden wherever they would be shown. */
        default Set<Password> secrets() {
            return Set.of();
        }

        /**
         * Does it. No other run is at work in the database meanwhile.
         *
         * @param connection in a transaction, which ends after this: to commit, to roll back and to close is refused
         * @throws Exception whatever stands in the way; the transaction is then rolled back
         */
        InitOutcome carryOut(Connection connection) throws Exception;
    }
}
