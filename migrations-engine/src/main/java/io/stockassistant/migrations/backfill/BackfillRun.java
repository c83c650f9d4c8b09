package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.ConnectionSource;
import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.BackfillScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs a backfill with some workers until nothing is left, somebody pauses it, or it is interrupted. Others may run the
 * same one at the same time; whatever is killed goes on where it was.
 */
public final class BackfillRun {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration WATCH = Duration.ofMillis(200);
    private static final int ROUNDS_BETWEEN_LOOKS_AT_REPLICAS = 10;

    private static final String LAG =
            "SELECT coalesce(max(extract(epoch FROM replay_lag)), 0) * 1000 FROM pg_stat_replication";

    private final ConnectionSource connections;
    private final BackfillScript script;
    private final String schema;
    private final BackfillSettings settings;
    private final BackfillObserver observer;
    private final Interruption interruption;

    /** @param schema of the module, in which names without a schema are looked for */
    public BackfillRun(
            ConnectionSource connections,
            BackfillScript script,
            String schema,
            BackfillSettings settings,
            BackfillObserver observer,
            Interruption interruption) {
        this.connections = connections;
        this.script = script;
        this.schema = schema;
        this.settings = settings;
        this.observer = observer;
        this.interruption = interruption;
    }

    /**
     * Whether there is any row to do. Where it takes long to find none, there may be some.
     *
     * @param connection in a transaction, which is rolled back
     * @throws ProblemException if its table cannot be walked through
     */
    static boolean mayHaveRows(Connection connection, BackfillScript script, String schema) throws SQLException {
        SessionSettings.apply(connection, schema);
        KeyTable table = new TableLookup(connection, script).lookUp().table();
        Statements statements = new Statements(connection);
        try {
            statements.execute("SET LOCAL statement_timeout = " + PATIENCE.toMillis());
            return statements.isTrue(table.isLeft());
        } catch (SQLException e) {
            if (SqlState.of(e).equals(SqlState.QUERY_CANCELED)) {
                return true;
            }
            throw e;
        } finally {
            connection.rollback();
        }
    }

    /**
     * Runs it.
     *
     * @return what the books say at the end
     * @throws ProblemException if it cannot be run as it is, or the server refuses the statement
     * @throws SQLException if the server fails
     */
    public BackfillBook run() throws SQLException {
        try (Connection connection = connections.open("backfill")) {
            connection.setAutoCommit(false);
            TableLookup.Found found = begin(connection);
            Workers workers =
                    new Workers(new WorkerThread.Task(connections, script, found, settings, schema), interruption);
            try {
                return watch(connection, workers);
            } finally {
                workers.end();
            }
        }
    }

    private TableLookup.Found begin(Connection connection) throws SQLException {
        Statements statements = new Statements(connection);
        Books books = new Books(statements);
        if (!books.exist()) {
            books.create();
            connection.commit();
        }
        SessionSettings.apply(connection, schema);
        TableLookup.Found found = new TableLookup(connection, script).lookUp();
        Optional<BackfillBook> known = books.find(script.backfill().revision());
        if (known.isEmpty()) {
            boolean begun = entry(statements)
                    .begin(
                            script,
                            estimate(statements, found),
                            workers(script.header().parallel()));
            if (begun) {
                new Batches(statements, script.backfill().revision()).addRests(found.parts());
            }
        } else {
            resume(entry(statements), known.get());
        }
        connection.commit();
        return found;
    }

    private BookEntry entry(Statements statements) {
        return new BookEntry(statements, script.backfill().revision());
    }

    private int workers(int otherwise) {
        Integer given = settings.workers();
        return given == null ? otherwise : given;
    }

    private void resume(BookEntry entry, BackfillBook known) throws SQLException {
        BackfillState state = entry.lock();
        if (state == BackfillState.COMPLETE) {
            return;
        }
        if (known.checksum() != script.backfill().file().checksum()) {
            throw new ProblemException(new Problem(
                    ProblemCode.CHECKSUM_MISMATCH,
                    script.backfill().module(),
                    script.backfill().version().toString(),
                    script.backfill().file().path(),
                    script.backfill() + " was begun with another file: what is done was done as that said.",
                    "Put the old file back, or begin again: migrations backfill run " + script.backfill()
                            + " --restart"));
        }
        if (state == BackfillState.FAILED) {
            entry.setPasses(0);
        }
        entry.set(BackfillState.RUNNING, null);
        entry.setWorkers(workers(known.workers()));
    }

    /** As many rows as the server thinks there are; how many of them are to do, it does not know of a new column. */
    private static long estimate(Statements statements, TableLookup.Found found) throws SQLException {
        String plan = statements
                .findRow("EXPLAIN SELECT FROM " + found.table().name())
                .orElseThrow()
                .get(0);
        return Long.parseLong(plan.replaceFirst(".*? rows=(\\d+) .*", "$1"));
    }

    private BackfillBook watch(Connection connection, Workers workers) throws SQLException {
        Books books = new Books(new Statements(connection));
        for (int round = 0; true; round++) {
            BackfillBook book = books.find(script.backfill().revision()).orElseThrow();
            connection.commit();
            observer.progress(book);
            checkFailure(connection, workers);
            boolean running = book.state() == BackfillState.RUNNING && !interruption.isRequested();
            workers.beAsMany(running ? book.workers() : 0);
            if (!running && workers.areGone()) {
                return books.find(script.backfill().revision()).orElseThrow();
            }
            if (round % ROUNDS_BETWEEN_LOOKS_AT_REPLICAS == 0) {
                waitForReplicas(connection, workers.brake());
            }
            workers.await(WATCH);
        }
    }

    /** What one of the workers cannot go on with, none of them can. */
    private void checkFailure(Connection connection, Workers workers) throws SQLException {
        Optional<Exception> failure = workers.findFailure();
        if (failure.isEmpty()) {
            return;
        }
        workers.end();
        if (!(failure.get() instanceof SQLException e)) {
            throw failure.get() instanceof RuntimeException e ? e : new IllegalStateException(failure.get());
        }
        if (FailedStatement.isConnectionLost(e)) {
            throw e;
        }
        String text = FailedStatement.text(e);
        entry(new Statements(connection)).set(BackfillState.FAILED, text);
        connection.commit();
        throw new ProblemException(
                new Problem(
                        ProblemCode.FAILED_BACKFILL,
                        script.backfill().module(),
                        script.backfill().version().toString(),
                        script.backfill().file().place(script.statement().line()),
                        script.backfill() + " cannot be carried out: " + text + ".",
                        "What is done stays done. Correct the cause and go on: migrations backfill run "
                                + script.backfill()),
                e);
    }

    private void waitForReplicas(Connection connection, Brake brake) throws SQLException {
        if (settings.maxLag().isZero()) {
            return;
        }
        double lag = new Statements(connection).number(LAG) / 1000.0;
        boolean tooFar = lag * 1000 > settings.maxLag().toMillis();
        if (tooFar) {
            observer.waitingForReplicas(lag);
        }
        brake.hold(tooFar);
        connection.commit();
    }
}
