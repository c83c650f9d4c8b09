package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.ConnectionSource;
import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.BackfillScript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs a backfill with some workers until nothing is left, somebody pauses it, or it is interrupted. Others may run the
 * same one at the same time; whatever is killed goes on where it was.
 */
public final class BackfillRun {

    private static final String QUERY_CANCELED = "57014";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration WATCH = Duration.ofMillis(200);
    private static final int ROUNDS_BETWEEN_LOOKS_AT_REPLICAS = 10;

    private static final String LAG =
            "SELECT coalesce(max(extract(epoch FROM replay_lag)), 0) FROM pg_stat_replication";

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
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = " + PATIENCE.toMillis());
            return new Books(connection).isTrue(table.isLeft());
        } catch (SQLException e) {
            if (QUERY_CANCELED.equals(e.getSQLState())) {
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
            Workers workers = new Workers(found);
            try {
                return watch(connection, workers);
            } finally {
                workers.end();
            }
        }
    }

    private TableLookup.Found begin(Connection connection) throws SQLException {
        Books books = new Books(connection);
        if (!books.exist()) {
            books.create();
            connection.commit();
        }
        SessionSettings.apply(connection, schema);
        TableLookup.Found found = new TableLookup(connection, script).lookUp();
        Optional<BackfillBook> known = books.find(script.backfill().revision());
        if (known.isEmpty()) {
            books.begin(
                    script,
                    found.parts(),
                    estimate(connection, found),
                    workers(script.header().parallel()));
        } else {
            resume(books, known.get());
        }
        connection.commit();
        return found;
    }

    private int workers(int otherwise) {
        Integer given = settings.workers();
        return given == null ? otherwise : given;
    }

    private void resume(Books books, BackfillBook known) throws SQLException {
        BackfillState state = books.lock(script);
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
        books.set(script, BackfillState.RUNNING, null);
        books.setWorkers(script, workers(known.workers()));
    }

    /** As many rows as the server thinks there are; how many of them are to do, it does not know of a new column. */
    private static long estimate(Connection connection, TableLookup.Found found) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "EXPLAIN SELECT FROM " + found.table().name())) {
            row.next();
            return Long.parseLong(row.getString(1).replaceFirst(".*? rows=(\\d+) .*", "$1"));
        }
    }

    private BackfillBook watch(Connection connection, Workers workers) throws SQLException {
        Books books = new Books(connection);
        for (int round = 0; true; round++) {
            BackfillBook book = books.find(script.backfill().revision()).orElseThrow();
            connection.commit();
            observer.progress(book);
            workers.checkFailure(connection, books);
            boolean running = book.state() == BackfillState.RUNNING && !interruption.isRequested();
            workers.beAsMany(running ? book.workers() : 0);
            if (!running && workers.areGone()) {
                return books.find(script.backfill().revision()).orElseThrow();
            }
            if (round % ROUNDS_BETWEEN_LOOKS_AT_REPLICAS == 0) {
                waitForReplicas(connection, workers);
            }
            workers.sleep(WATCH);
        }
    }

    private void waitForReplicas(Connection connection, Workers workers) throws SQLException {
        if (settings.maxLag().isZero()) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LAG)) {
            row.next();
            double lag = row.getDouble(1);
            boolean tooFar = lag * 1000 > settings.maxLag().toMillis();
            if (tooFar) {
                observer.waitingForReplicas(lag);
            }
            workers.brake.hold(tooFar);
        }
        connection.commit();
    }

    /** The threads of this process. */
    private final class Workers {

        private final TableLookup.Found found;
        private final Brake brake = new Brake(settings, interruption);
        private final List<WorkerThread> threads = new ArrayList<>();
        private final AtomicReference<Exception> failure = new AtomicReference<>();

        Workers(TableLookup.Found found) {
            this.found = found;
        }

        void beAsMany(int wanted) {
            threads.removeIf(each -> !each.isAlive());
            for (int i = threads.size(); i < wanted; i++) {
                WorkerThread thread = new WorkerThread(found, brake, failure);
                threads.add(thread);
                thread.start();
            }
            for (int i = wanted; i < threads.size(); i++) {
                threads.get(i).leave();
            }
        }

        boolean areGone() {
            threads.removeIf(each -> !each.isAlive());
            return threads.isEmpty();
        }

        /** Or until one has ended. */
        void sleep(Duration duration) {
            try {
                if (threads.isEmpty()) {
                    Thread.sleep(duration.toMillis());
                } else {
                    threads.get(0).join(duration.toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                brake.end();
            }
        }

        /** What one of them cannot go on with, none of them can. */
        void checkFailure(Connection connection, Books books) throws SQLException {
            Exception thrown = failure.get();
            if (thrown == null) {
                return;
            }
            end();
            if (thrown instanceof SQLException e && !FailedStatement.isConnectionLost(e)) {
                String text = FailedStatement.text(e);
                books.set(script, BackfillState.FAILED, text);
                connection.commit();
                throw new ProblemException(
                        new Problem(
                                ProblemCode.FAILED_BACKFILL,
                                script.backfill().module(),
                                script.backfill().version().toString(),
                                script.backfill()
                                        .file()
                                        .place(script.statement().line()),
                                script.backfill() + " cannot be carried out: " + text + ".",
                                "What is done stays done. Correct the cause and go on: migrations backfill run "
                                        + script.backfill()),
                        e);
            }
            if (thrown instanceof SQLException e) {
                throw e;
            }
            throw thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
        }

        /** Each ends with what it is doing. */
        void end() {
            brake.end();
            for (WorkerThread each : threads) {
                try {
                    each.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** One worker, with a connection of its own. */
    private final class WorkerThread extends Thread {

        private final TableLookup.Found found;
        private final Brake brake;
        private final AtomicReference<Exception> failure;
        private volatile boolean leaving;

        WorkerThread(TableLookup.Found found, Brake brake, AtomicReference<Exception> failure) {
            super("backfill");
            this.found = found;
            this.brake = brake;
            this.failure = failure;
            setDaemon(true);
        }

        void leave() {
            leaving = true;
        }

        @Override
        public void run() {
            try (Worker worker = new Worker(connections.open("backfill worker"), script, found, settings, schema)) {
                Worker.Turn turn = Worker.Turn.CUT;
                while (turn != Worker.Turn.OVER && !leaving && !brake.isOver()) {
                    turn = worker.turn();
                    if (turn == Worker.Turn.DONE) {
                        brake.afterBatch(worker.rows());
                    } else if (turn == Worker.Turn.NOTHING_FREE) {
                        brake.waitForOthers();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (SQLException | RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        }
    }
}
