package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.script.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A script and what goes with it, in a transaction; without inline COPY data and code in Java it is one message. */
final class StepBody {

    private final SqlSession session;
    private @Nullable JavaCall call;

    StepBody(SqlSession session) {
        this.session = session;
    }

    /**
     * Sends all of it.
     *
     * @param before statements that come first
     * @param after statements that come last, in the message of the script's last statements
     * @return the last message
     */
    SentMessage send(PreparedStep step, List<String> before, List<String> after) throws StatementFailure {
        SqlMessage message = new SqlMessage().addAll(before);
        if (step.script().findWork().isPresent()) {
            session.send(message);
            message = new SqlMessage();
            JavaCall begun = new JavaCall(session, step);
            call = begun;
            session.watching(
                    begun.asStatement(),
                    () -> begun.inTransaction(step.script().findWork().get()));
        }
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
        message.addAll(after);
        return new SentMessage(message, session.send(message));
    }

    /** @param tag the command tag of its last statement */
    record SentMessage(SqlMessage message, String tag) {}

    /** Whether code in Java has ended the transaction, which failed; the session is in none now. */
    boolean hasEndedTransaction() throws StatementFailure {
        return call != null && call.hasEndedTransaction();
    }
}
