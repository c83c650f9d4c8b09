package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.history.Ranks;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script and its history row in one transaction: both are in the database, or neither is.
 *
 * <p>Without inline COPY data it takes one round trip. Beside the script's own statements the server carries out BEGIN,
 * a SELECT with every setting, lock and check, RESET SESSION AUTHORIZATION (a script may have changed the role, and the
 * row is ours to write), INSERT and COMMIT. Code in Java takes as many as it likes, and two to know its transaction.
 */
final class TransactionalStep implements StepCarrier {

    private final SqlSession session;
    private final RunLock lock;
    private final RunSettings settings;
    private final StepBody body;

    TransactionalStep(SqlSession session, RunLock lock, RunSettings settings) {
        this.session = session;
        this.lock = lock;
        this.settings = settings;
        this.body = new StepBody(session);
    }

    @Override
    public void run(PreparedStep step) throws StatementFailure {
        List<String> before = new ArrayList<>(List.of("BEGIN"));
        before.addAll(step.opening(
                new StepSettings(step.module(), step.step(), Optional.of(lock.check())).transactional(settings)));
        List<String> after = new ArrayList<>(step.closing());
        after.add("COMMIT");
        try {
            StepBody.SentMessage sent = body.send(step, before, after);
            if (!sent.tag().equals("COMMIT")) {
                throw StatementFailure.of(
                        new SQLException("the transaction ended with " + sent.tag() + " instead of COMMIT"),
                        sent.message(),
                        0);
            }
        } catch (StatementFailure e) {
            if (!isCommitted(step, e)) {
                throw e;
            }
        }
        session.restoreAutoCommit();
    }

    /**
     * Whether the server has carried the whole message out although the driver gave up on it, as it does over an answer
     * that it cannot read. What is committed, row and all, is done.
     */
    private boolean isCommitted(PreparedStep step, StatementFailure failure) {
        return failure.server().isEmpty()
                && !FailureReport.isConnectionLost(failure)
                && session.isIdle()
                && isInHistory(step);
    }

    private boolean isInHistory(PreparedStep step) {
        try {
            Histories now = HistoryReader.read(session.connection(), List.of(step.module()));
            int last = now.of(step.module().name()).lastRank();
            return step.ranks().equals(new Ranks.Known(last - step.rowCount()));
        } catch (SQLException e) {
            return false; // the failure that is known already is the one to report
        }
    }

    @Override
    public Recovery recover(PreparedStep step) throws StatementFailure {
        session.send("ROLLBACK");
        session.restoreAutoCommit();
        if (body.hasEndedTransaction()) {
            return new Recovery(
                    "It ended the transaction of its step by itself: what it has committed is in the database, and its"
                            + " history row is not.",
                    true);
        }
        return new Recovery("It was rolled back as a whole: the database is as it was before this migration.", false);
    }

    @Override
    public Recovery lost() {
        return new Recovery(
                "The connection is gone. The server rolls an unfinished transaction back; the history says whether this"
                        + " one was finished.",
                false);
    }
}
