package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.SQLException;

/** What is done on the server of a shadow, which may fail us at any time. */
@FunctionalInterface
interface ShadowWork<T> {

    T run() throws SQLException;

    /** @throws ProblemException {@code not-comparable}, or what else the server's failure means */
    static <T> T on(Shadow shadow, ShadowWork<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            DatabaseSettings server = shadow.administration().settings();
            throw new ProblemException(
                    FailedStatement.findProblem(e, server).orElseGet(() -> unreadable(server, e)), e);
        }
    }

    private static Problem unreadable(DatabaseSettings server, SQLException e) {
        return Problem.of(
                ProblemCode.NOT_COMPARABLE,
                "What migrations leave behind cannot be read on the shadow server at " + server.address() + ": "
                        + FailedStatement.text(e) + ".",
                "Use another server: --shadow-url postgres://HOST:5432/postgres");
    }
}
