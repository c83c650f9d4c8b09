package io.stockassistant.migrations.lint;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Looks at a database in use: writes nothing, waits for nobody, and is soon over. */
final class QuietLook {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Connection connection;

    QuietLook(Connection connection) {
        this.connection = connection;
    }

    /** What is asked. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /**
     * In a transaction of its own.
     *
     * @param longest after which the server cancels it; 0 for never
     * @throws SQLException also with SQLSTATE 57014 if it was cancelled, 55P03 if somebody has locked a table
     */
    <T> T look(Duration longest, Question<T> question) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION READ ONLY; SET LOCAL lock_timeout = " + LONGEST_WAIT.toMillis()
                    + "; SET LOCAL statement_timeout = " + longest.toMillis());
            return question.ask(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }
}
