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

    private static final Duration WATCH = Duration.ofMillis(200);

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
     * Runs it.
     *
     * @return what the books say at the end
     * @throws ProblemException if it cannot be run as it is, or the server refuses the statement
     * @throws SQLException if the server fails
     */
    public BackfillBook run() throws SQLException {
        try (Connection connection = connections.open("backfill")) {
            SessionSettings.begin(connection);
            TableLookup.Found found = new Opening(connection, script, settings).open(schema);
            Workers workers = new Workers(new Task(connections, script, found, settings, schema), interruption);
            try {
                return watch(connection, workers);
            } finally {
                workers.end();
            }
        }
    }

    private BackfillBook watch(Connection connection, Workers workers) throws SQLException {
        Statements statements = new Statements(connection);
        Books books = new Books(statements);
        BookEntry entry = new BookEntry(statements, script.backfill());
        ReplicaWatch replicas = new ReplicaWatch(settings.maxLag(), observer);
        while (true) {
            BackfillBook book = get(books);
            connection.commit();
            observer.progress(book);
            checkFailure(connection, entry, workers);
            replicas.look(statements, entry, workers.brake());
            boolean running =
                    book.state() == BackfillState.RUNNING && !workers.brake().isOver();
            workers.beAsMany(running ? book.workers() : 0);
            if (!running && workers.areGone()) {
                return get(books);
            }
            workers.await(WATCH);
        }
    }

    /** Somebody else may have begun it again with another file, or have forgotten it. */
    private BackfillBook get(Books books) throws SQLException {
        return books.find(script.backfill().revision())
                .filter(each -> each.isOf(script.backfill()))
                .orElseThrow(() -> new ProblemException(Problem.inModule(
                        ProblemCode.FAILED_BACKFILL,
                        script.backfill().module(),
                        script.backfill() + " was begun again or undone by somebody else while this ran ('backfill run"
                                + " --restart', or a downgrade). This has stopped; what it had done stays done.",
                        "See how it stands: migrations backfill show " + script.backfill())));
    }

    /** What one of the workers cannot go on with, none of them can. */
    private void checkFailure(Connection connection, BookEntry entry, Workers workers) throws SQLException {
        Optional<Throwable> failure = workers.findFailure();
        if (failure.isEmpty()) {
            return;
        }
        workers.end();
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
        if (!(failure.get() instanceof SQLException e)) {
            throw new IllegalStateException(failure.get());
        }
        if (FailedStatement.isConnectionLost(e)) {
            throw e;
        }
        String text = FailedStatement.text(e);
        entry.set(BackfillState.FAILED, text);
        connection.commit();
        throw new ProblemException(
                new Problem(
                        ProblemCode.FAILED_BACKFILL,
                        script.backfill().module(),
                        script.backfill().version().toString(),
                        script.place(),
                        script.backfill() + " cannot be carried out: " + text + ".",
                        "What is done stays done. Correct the cause and go on: migrations backfill run "
                                + script.backfill()),
                e);
    }
}
