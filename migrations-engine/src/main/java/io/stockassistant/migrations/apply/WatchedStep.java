package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Statement;
import java.sql.SQLException;
import java.util.Optional;

/** A step whose statements somebody wants to see one by one: they are sent one by one. */
final class WatchedStep {

    private final SqlSession session;
    private final Step step;
    private final StatementWatch watch;

    WatchedStep(SqlSession session, Step step, StatementWatch watch) {
        this.session = session;
        this.step = step;
        this.watch = watch;
    }

    /** What is done between the two looks of a watch. */
    interface Work {
        void run() throws StatementFailure;
    }

    /** @return the command tag of the last statement */
    String send(SqlMessage message) throws StatementFailure {
        String[] tag = {""};
        for (int i = 0; i < message.size(); i++) {
            SqlMessage one = message.alone(i);
            Work work = () -> tag[0] = session.sendUnwatched(one);
            Optional<Statement> statement = message.findStatement(i);
            if (statement.isPresent()) {
                watch(statement.get(), work);
            } else {
                work.run();
            }
        }
        return tag[0];
    }

    void watch(Statement statement, Work work) throws StatementFailure {
        try {
            watch.before(session.connection(), step, statement, session.isInTransaction());
            work.run();
            watch.after(session.connection(), step, statement);
        } catch (SQLException e) {
            throw StatementFailure.of(e, new SqlMessage(), 0);
        }
    }
}
