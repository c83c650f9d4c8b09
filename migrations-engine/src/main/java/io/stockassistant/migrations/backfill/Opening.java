package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.BackfillScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Opens the books for a run: begins a backfill that nobody has begun, or lets one go on where it was. */
final class Opening {

    private final Connection connection;
    private final Statements statements;
    private final BackfillScript script;
    private final BackfillSettings settings;
    private final BookEntry entry;

    /** @param connection in a transaction */
    Opening(Connection connection, BackfillScript script, BackfillSettings settings) {
        this.connection = connection;
        this.statements = new Statements(connection);
        this.script = script;
        this.settings = settings;
        this.entry = new BookEntry(statements, script.backfill());
    }

    /**
     * Does it, and commits.
     *
     * @param schema of the module
     * @return what it walks through
     * @throws ProblemException if it cannot be run as it is
     */
    TableLookup.Found open(String schema) throws SQLException {
        Books books = new Books(statements);
        if (!books.exist()) {
            books.create();
            connection.commit();
        }
        SessionSettings.apply(connection, schema);
        TableLookup.Found found = new TableLookup(connection, script).lookUp();
        Optional<BackfillBook> known = books.find(script.backfill().revision());
        if (known.isPresent()) {
            goOn(known.get());
        } else if (entry.begin(script, estimate(found), workers(script.header().parallel()))) {
            new Walk(statements, new Batches(statements, script.backfill()), found).begin();
        }
        new WorkMark(statements).set(script.backfill().revision());
        connection.commit();
        return found;
    }

    private int workers(int otherwise) {
        Integer given = settings.workers();
        return given == null ? otherwise : given;
    }

    private void goOn(BackfillBook known) throws SQLException {
        BackfillState state = entry.lock();
        if (state == BackfillState.COMPLETE) {
            return;
        }
        if (!known.isOf(script.backfill())) {
            throw new ProblemException(new Problem(
                    ProblemCode.CHECKSUM_MISMATCH,
                    script.backfill().module(),
                    script.backfill().version().toString(),
                    script.backfill().file().path(),
                    script.backfill() + " was begun with another file: what is done was done as that said.",
                    "Put the old file back; or begin again: migrations backfill run " + script.backfill()
                            + " --restart; or, if what is done can stay as it is: migrations repair "
                            + script.backfill()));
        }
        if (state == BackfillState.PAUSED) {
            return; // until somebody resumes it
        }
        if (state == BackfillState.FAILED) {
            entry.setPasses(0);
        }
        entry.set(BackfillState.RUNNING, null);
        entry.setWorkers(workers(known.workers()));
    }

    /** As many rows as the server thinks there are; how many of them are to do, it does not know of a new column. */
    private long estimate(TableLookup.Found found) throws SQLException {
        String plan = statements
                .findRow("EXPLAIN SELECT FROM " + found.table().name())
                .orElseThrow()
                .get(0);
        return Long.parseLong(plan.replaceFirst(".*? rows=(\\d+) .*", "$1"));
    }
}
