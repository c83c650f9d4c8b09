package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A script and its history row in one transaction: both are in the database, or neither is.
 *
 * <p>Without inline COPY data it takes one round trip. Beside the script's own statements the server carries out BEGIN,
 * a SELECT with every setting, lock and check, RESET SESSION AUTHORIZATION (a script may have changed the role, and the
 * row is ours to write), INSERT and COMMIT.
 */
final class TransactionalStep implements StepCarrier {

    private final SqlSession session;
    private final RunLock lock;
    private final Duration lockTimeout;

    TransactionalStep(SqlSession session, RunLock lock, Duration lockTimeout) {
        this.session = session;
        this.lock = lock;
        this.lockTimeout = lockTimeout;
    }

    @Override
    public void run(PreparedStep step) throws StatementFailure {
        SqlMessage message = new SqlMessage()
                .add("BEGIN")
                .add(new StepSettings(step.module(), step.step(), lock).transactional(lockTimeout))
                .addAll(step.create());
        for (Statement statement : step.script().statements()) {
            Optional<String> lines = statement.findCopyData();
            if (lines.isEmpty()) {
                message.add(statement);
            } else {
                session.send(message);
                session.copyIn(statement, lines.get());
                message = new SqlMessage();
            }
        }
        message.add("RESET SESSION AUTHORIZATION")
                .add(
                        step.isUpgrade()
                                ? step.sql().applied(step.step().migration(), step.rank())
                                : step.sql().undone(step.appliedRow(), step.rank()))
                .add("COMMIT");
        String end = session.send(message);
        if (!end.equals("COMMIT")) {
            throw StatementFailure.of(
                    new SQLException("the transaction ended with " + end + " instead of COMMIT"), message, 0);
        }
    }

    @Override
    public Recovery recover(PreparedStep step) throws StatementFailure {
        session.send("ROLLBACK");
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
