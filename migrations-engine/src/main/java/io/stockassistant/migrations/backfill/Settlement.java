package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.ConnectionSource;
import io.stockassistant.migrations.apply.Interruption;
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
            connection.setAutoCommit(false);
            SessionSettings.apply(connection, schema);
            TableLookup.Found found = new TableLookup(connection, script).lookUp();
            if (!reopen(new Statements(connection))) {
                connection.rollback();
                return;
            }
            connection.commit();
            BackfillSettings settings = BackfillSettings.DEFAULTS;
            new Worker(connection, script, found, settings, schema).turn(new Brake(settings, new Interruption()));
        }
    }

    private boolean reopen(Statements statements) throws SQLException {
        Revision revision = script.backfill().revision();
        BookEntry entry = new BookEntry(statements, revision);
        if (entry.lock() != BackfillState.FAILED
                || new Failures(statements, revision).areUnresolved()
                || new Batches(statements, script.backfill()).isAnyLeft()
                || isEdited(statements)) {
            return false;
        }
        entry.setPasses(0);
        entry.set(BackfillState.RUNNING, null);
        return true;
    }

    private boolean isEdited(Statements statements) throws SQLException {
        return new Books(statements)
                .find(script.backfill().revision())
                .filter(each -> each.isOf(script.backfill()))
                .isEmpty();
    }
}
