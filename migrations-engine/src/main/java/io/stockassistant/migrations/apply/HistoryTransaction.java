package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;

/** A transaction that writes to histories and runs no script: the locks that a step would hold, and patience with them. */
final class HistoryTransaction {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Duration lockTimeout;

    HistoryTransaction(RunSettings settings) {
        this.lockTimeout = settings.lockTimeout();
    }

    /** Its first statements; a wait for a lock ends, for a stock Flyway may be waiting for us. */
    SqlMessage begin(RunLock lock, Collection<Module> modules) {
        SqlMessage message = new SqlMessage()
                .add("BEGIN")
                .add("SELECT " + lock.check() + ", set_config('lock_timeout', '" + lockTimeout.toMillis()
                        + "ms', true)");
        modules.stream()
                .mapToLong(each -> each.history().lockKey())
                .sorted() // in one order, as everybody should who takes several
                .forEach(key -> message.add("SELECT pg_advisory_xact_lock(" + key + ")"));
        return message;
    }

    /**
     * What a failure means; the transaction is gone, and nothing of it is in the database.
     *
     * @throws SQLException if it means nothing in particular
     */
    ProblemException explain(StatementFailure failure) throws SQLException {
        if (RunLock.isLost(failure)) {
            return new ProblemException(RunLock.lost(), failure);
        }
        return switch (failure.state()) {
            case FailureReport.LOCK_NOT_AVAILABLE ->
                problem(
                        ProblemCode.LOCK_TIMEOUT,
                        "Somebody else, a Flyway for one, is at work on a history and did not end within "
                                + lockTimeout.toMillis() + " ms",
                        "Wait for it and repeat the command; --lock-timeout says how long to wait.",
                        failure);
            case UNIQUE_VIOLATION ->
                problem(
                        ProblemCode.PLAN_OUTDATED,
                        "Somebody else has written to a history meanwhile",
                        "Type the same command again.",
                        failure);
            default -> throw failure.sql();
        };
    }

    /** The same, with the journal told of it. */
    ProblemException explain(StatementFailure failure, Journal journal, SqlSession session, RunObserver observer)
            throws SQLException {
        try {
            ProblemException problem = explain(failure);
            journal.stopped(session, problem, observer);
            return problem;
        } catch (SQLException e) {
            journal.stopped(session, e, observer);
            throw e;
        }
    }

    private static ProblemException problem(ProblemCode code, String what, String remedy, StatementFailure cause) {
        return new ProblemException(Problem.of(code, what + "; nothing was changed.", remedy), cause);
    }
}
