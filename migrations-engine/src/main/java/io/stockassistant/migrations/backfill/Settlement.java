package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.ConnectionSource;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.Revision;
import java.sql.Connection;
import java.sql.SQLException;

/** Ends a backfill of which the last failure was resolved as a run would: it is complete, unless rows are left. */
public final class Settlement {

    private final ConnectionSource connections;
    private final BackfillScript script;
    private final String schema;

    /** @param schema of the module */
    public Settlement(ConnectionSource connections, BackfillScript script, String schema) {
        this.connections = connections;
        this.script = script;
        this.schema = schema;
    }

    /**
     * Looks whether anything is left; nothing else is done.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException if its table cannot be walked through
     */
    public void settle() throws SQLException {
        try (Connection connection = connections.open("backfill")) {
            SessionSettings.begin(connection);
            SessionSettings.apply(connection, schema);
            TableLookup.Found found = new TableLookup(connection, script).lookUp();
            Statements statements = new Statements(connection);
            if (reopen(statements)) {
                Task task = new Task(connections, script, found, BackfillSettings.DEFAULTS, schema);
                new Ending(statements, task).end();
            } else {
                connection.rollback();
            }
        }
    }

    private boolean reopen(Statements statements) throws SQLException {
        Revision revision = script.backfill().revision();
        BookEntry entry = new BookEntry(statements, script.backfill());
        if (entry.lock() != BackfillState.FAILED
                || new Failures(statements, revision).areUnresolved()
                || new Batches(statements, script.backfill()).isAnyLeft()) {
            return false;
        }
        entry.setPasses(0);
        entry.set(BackfillState.RUNNING, null);
        return true;
    }
}
