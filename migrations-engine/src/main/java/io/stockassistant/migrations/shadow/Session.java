package io.stockassistant.migrations.shadow;

import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Short work on a database, each on a connection of its own. What is the server's fault is thrown as a problem. */
record Session(Database database) {

    interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    <T> T execute(Work<T> work) {
        try (Connection connection = database.open("shadow");
                Statement statement = connection.createStatement()) {
            return work.on(statement);
        } catch (SQLException e) {
            throw FailedStatement.findProblem(e, database.settings())
                    .<RuntimeException>map(problem -> new ProblemException(problem, e))
                    .orElseGet(() -> new IllegalStateException(e));
        }
    }

    /** It is all the same if the server refuses it for this one reason. */
    void executeUnless(String state, String sql) {
        execute(statement -> {
            try {
                return statement.execute(sql);
            } catch (SQLException e) {
                if (!state.equals(e.getSQLState())) {
                    throw e;
                }
                return false;
            }
        });
    }
}
