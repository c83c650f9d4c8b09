package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.BackfillScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Whether a backfill has any row to do. */
final class RowsLeft {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BackfillScript script;
    private final String schema;

    /** @param schema of the module, in which names without a schema are looked for */
    RowsLeft(BackfillScript script, String schema) {
        this.script = script;
        this.schema = schema;
    }

    /**
     * Looks for one. Where it takes long to find none, there may be some.
     *
     * @param connection in a transaction, which is rolled back
     * @throws ProblemException if its table cannot be walked through
     */
    boolean maySomeBeIn(Connection connection) throws SQLException {
        SessionSettings.apply(connection, schema);
        KeyTable table = new TableLookup(connection, script).lookUp().table();
        Statements statements = new Statements(connection);
        try {
            statements.execute("SET LOCAL statement_timeout = " + PATIENCE.toMillis());
            return statements.isTrue(table.isLeft());
        } catch (SQLException e) {
            if (SqlState.of(e).equals(SqlState.QUERY_CANCELED)) {
                return true;
            }
            Optional<Problem> mistake = Rehearsal.findMistake(script, script.place(), e);
            if (mistake.isPresent()) {
                throw new ProblemException(mistake.get(), e);
            }
            throw e;
        } finally {
            connection.rollback();
        }
    }
}
