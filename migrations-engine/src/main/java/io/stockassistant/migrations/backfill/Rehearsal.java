package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.RangeSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the server of a throw-away database whether it understands a backfill, for which no row has to be there. */
public final class Rehearsal {

    private static final String OF_SYNTAX_AND_NAMES = "42";

    private final BackfillScript script;
    private final String schema;

    /** @param schema of the module */
    public Rehearsal(BackfillScript script, String schema) {
        this.script = script;
        this.schema = schema;
    }

    /**
     * Carries it out for a range in which no key can be, and takes that back.
     *
     * @param connection with automatic commit
     * @return what it cannot run for
     */
    public Optional<Problem> findProblem(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            SessionSettings.apply(connection, schema);
            KeyTable table = new TableLookup(connection, script).lookUp().table();
            for (RangeSql part : parts()) {
                Optional<Problem> problem = findProblem(new Statements(connection), part, table);
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problems().get(0));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What is SQL of it. */
    private List<RangeSql> parts() {
        return Stream.concat(script.findStatement().stream(), script.findCheck().stream())
                .toList();
    }

    /** What a function of the user's own says to such a range is no mistake of the statement. */
    private Optional<Problem> findProblem(Statements statements, RangeSql part, KeyTable table) throws SQLException {
        try {
            statements.execute(part.with(Map.of(
                    "from", table.noValues(),
                    "to", table.noValues(),
                    "table", table.name(),
                    "todo", "(" + table.todo() + ")")));
            return Optional.empty();
        } catch (SQLException e) {
            return findMistake(script, script.backfill().file().place(part.line()), e);
        }
    }

    /** What the server says of a part of it that no rows can be the reason for. */
    static Optional<Problem> findMistake(BackfillScript script, String place, SQLException e) {
        return SqlState.of(e).startsWith(OF_SYNTAX_AND_NAMES)
                ? Optional.of(new Problem(
                        ProblemCode.FAILED_BACKFILL,
                        script.backfill().module(),
                        script.backfill().version().toString(),
                        place,
                        script.backfill() + " cannot be carried out: " + FailedStatement.text(e) + ".",
                        "Correct " + script.backfill().file().path() + ", or what is made before it."))
                : Optional.empty();
    }
}
