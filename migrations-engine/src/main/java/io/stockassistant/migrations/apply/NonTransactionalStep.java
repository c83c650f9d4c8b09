package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.script.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A script that PostgreSQL refuses in a transaction, one statement after the other. The history says from the beginning
 * to the end that it is under way, so that an interrupted one is found by the next run.
 */
final class NonTransactionalStep implements StepCarrier {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Pattern COMMITTING = Pattern.compile("(CALL|DO)\\b", Pattern.CASE_INSENSITIVE);

    private final SqlSession session;
    private final RunLock lock;
    private final RunSettings settings;
    private final Interruption interruption;
    private final LockWatch watch;
    private int completed;
    private boolean called;
    private @Nullable IndexWatch indexes;

    NonTransactionalStep(
            SqlSession session, RunLock lock, RunSettings settings, Interruption interruption, LockWatch watch) {
        this.session = session;
        this.lock = lock;
        this.settings = settings;
        this.interruption = interruption;
        this.watch = watch;
    }

    @Override
    public void run(PreparedStep step) throws StatementFailure {
        begin(step);
        long start = System.nanoTime();
        if (step.script().findWork().isPresent()) {
            called = true;
            JavaCall call = new JavaCall(session, step);
            session.watching(
                    call.asStatement(),
                    () -> call.alone(step.script().findWork().get()));
        }
        for (Statement statement : step.script().statements()) {
            Optional<String> lines = statement.findCopyData();
            if (lines.isPresent()) {
                session.copyIn(statement, lines.get());
            } else {
                session.send(new SqlMessage().add(statement));
            }
            completed++;
        }
        refusePassedOver(step);
        end(step, Duration.ofNanos(System.nanoTime() - start));
    }

    /** IF NOT EXISTS is content with an index that nobody can use. */
    private void refusePassedOver(PreparedStep step) throws StatementFailure {
        String script = step.script().statements().stream().map(Statement::body).collect(Collectors.joining("\n"));
        Optional<String> index = indexes == null ? Optional.empty() : indexes.findPassedOver(script);
        if (index.isPresent()) {
            throw StatementFailure.of(
                    new SQLException(
                            "the index " + index.get() + " is invalid, since its build broke off before, and IF NOT"
                                    + " EXISTS passes over it. Drop it first: DROP INDEX CONCURRENTLY " + index.get(),
                            FailureReport.OBJECT_NOT_IN_STATE),
                    new SqlMessage(),
                    0);
        }
    }

    private void begin(PreparedStep step) throws StatementFailure {
        completed = 0;
        takeFlywayLock(step);
        if (!step.create().isEmpty()) {
            session.send(new SqlMessage().add("BEGIN").addAll(step.create()).add("COMMIT"));
        }
        indexes = IndexWatch.start(session, step.module().schema());
        session.send(step.begun());
    }

    /** Waits by trying: to wait inside a statement would hold up a CREATE INDEX CONCURRENTLY of the lock's holder. */
    private void takeFlywayLock(PreparedStep step) throws StatementFailure {
        String query = new StepSettings(step.module(), step.step(), Optional.of(lock.checkForSession()))
                .nonTransactional(settings);
        long key = step.module().history().lockKey();
        long deadline = System.nanoTime() + settings.concurrentWait().toNanos();
        while (true) {
            try (java.sql.Statement statement = session.connection().createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                row.next();
                if (row.getBoolean(row.getMetaData().getColumnCount())) {
                    return;
                }
                watch.waitsFor(RunLock.describeHolder(statement, key));
            } catch (SQLException e) {
                throw StatementFailure.of(e, new SqlMessage(), 0);
            }
            if (settings.isConcurrentWaitOver(deadline)) {
                throw StatementFailure.of(
                        new SQLException(
                                "the lock of the module's history was not free within "
                                        + settings.concurrentWait().toSeconds() + " s",
                                FailureReport.LOCK_NOT_AVAILABLE),
                        new SqlMessage(),
                        0);
            }
            interruption.sleep(PAUSE);
            if (interruption.isRequested()) {
                throw StatementFailure.of(
                        new SQLException("interrupted", FailureReport.QUERY_CANCELED), new SqlMessage(), 0);
            }
        }
    }

    private void end(PreparedStep step, Duration duration) throws StatementFailure {
        interruption.unwatch(session); // all of it is in the database: what is left is to say so
        String millis = Long.toString(Math.min(duration.toMillis(), Integer.MAX_VALUE));
        SqlMessage message = new SqlMessage().add("BEGIN READ WRITE").add("RESET SESSION AUTHORIZATION");
        String tag = session.send(message.add(step.completed(millis)));
        if (!tag.equals("UPDATE 1")) {
            throw StatementFailure.of(new SQLException("its history row was removed meanwhile"), message, 0);
        }
        session.send(new SqlMessage().addAll(step.afterCompleted(millis)).add("COMMIT"));
    }

    @Override
    public Recovery recover(PreparedStep step) throws StatementFailure {
        session.send("ROLLBACK"); // of a transaction that the script opened; a warning when there is none
        session.restoreAutoCommit();
        session.send("DISCARD ALL");
        if (indexes == null) {
            return new Recovery("Nothing of it is in the database.", false);
        }
        List<String> dropped = indexes.dropLeftovers();
        Set<String> damaged = indexes.listDamaged();
        String sentences = sentence(" The invalid index that it left behind was dropped: ", dropped)
                + sentence(" It left invalid: ", damaged);
        if (called) {
            return new Recovery(
                    "It runs without a transaction: what its class had done when it stopped may be in the database,"
                            + " and its history row is marked as failed." + sentences,
                    true);
        }
        boolean halfDone = mayBeHalfDone(step);
        if (completed == 0 && damaged.isEmpty() && !halfDone) {
            session.send(step.notBegun());
            return new Recovery("Its first statement failed, so nothing of it is in the database." + sentences, false);
        }
        return new Recovery(
                carriedOut(step)
                        + (halfDone ? " The one that failed may have committed a part of its work." : "")
                        + sentences,
                true);
    }

    /** Whether the statement that failed can commit by itself on the way. */
    private boolean mayBeHalfDone(PreparedStep step) {
        List<Statement> statements = step.script().statements();
        return completed < statements.size()
                && COMMITTING.matcher(statements.get(completed).body()).lookingAt();
    }

    private String carriedOut(PreparedStep step) {
        return "It runs without a transaction: " + completed + " of its "
                + step.script().statements().size()
                + " statements have been carried out, and its history row is marked as failed.";
    }

    @Override
    public Recovery lost() {
        return new Recovery(
                "The connection is gone, and it runs without a transaction: " + completed
                        + " of its statements have been carried out for certain.",
                indexes != null);
    }

    private static String sentence(String words, Collection<String> names) {
        return names.isEmpty() ? "" : words + String.join(", ", names) + ".";
    }
}
