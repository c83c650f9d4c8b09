package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.JournalSql;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.PlanHash;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Opens the journal for a run: creates its tables where they are missing, and writes the row of the run. */
final class JournalStart {

    /**
     * The user may not create or write the tables, the server takes no writes at all, or what stands there under their
     * names is somebody else's and has another shape.
     */
    static final Pattern NO_JOURNAL = Pattern.compile("42...|25006|23...|22...");

    /**
     * What the journal says of a run from its beginning.
     *
     * @param direction {@code up} or {@code down}; the command's name for one that carries out no plan
     * @param planHash empty without a plan
     */
    record Outline(String direction, int steps, String planHash) {}

    private JournalStart() {}

    /** The same for a run that carries out a plan. */
    static Journal open(
            SqlSession session, RunLock lock, Histories histories, Plan plan, Scripts scripts, RunContext context)
            throws SQLException {
        if (!context.keepsJournal()) {
            return Journal.none();
        }
        String hash = PlanHash.of(plan, scripts::content);
        Outline outline = new Outline(plan.direction().word(), plan.steps().size(), hash);
        return open(session, lock, histories, outline, context);
    }

    /**
     * To be asked while the run's lock is held. A user without the right to keep a journal can migrate all the same.
     *
     * @throws SQLException if the server fails otherwise
     */
    static Journal open(SqlSession session, RunLock lock, Histories histories, Outline outline, RunContext context)
            throws SQLException {
        try {
            if (!histories.hasJournal()) {
                session.send(new SqlMessage()
                        .add("BEGIN")
                        .add("SELECT " + lock.check())
                        .addAll(JournalSql.create())
                        .add("COMMIT"));
            }
            return Journal.of(begin(session, lock, outline, context.origin()));
        } catch (StatementFailure failure) {
            return withoutRight(session, failure, histories.hasJournal(), context.observer());
        }
    }

    private static String begin(SqlSession session, RunLock lock, Outline outline, RunOrigin origin)
            throws StatementFailure {
        String insert =
                JournalSql.begin(origin, outline.direction(), outline.steps(), outline.planHash(), lock.check());
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(insert)) {
            if (!row.next()) {
                // known before the first step, which would be rolled back for it, and so would every other
                throw new SQLException("ERROR: permission denied for table step", FailureReport.INSUFFICIENT_PRIVILEGE);
            }
            return Long.toString(row.getLong(1));
        } catch (SQLException e) {
            throw StatementFailure.of(e, new SqlMessage(), 0);
        }
    }

    private static Journal withoutRight(
            SqlSession session, StatementFailure failure, boolean exists, RunObserver observer) throws SQLException {
        if (RunLock.isLost(failure)) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.LOCK_LOST,
                            "The connection that holds the lock of this run is gone; nothing was changed yet.",
                            "When the server can be reached again, repeat the command."),
                    failure);
        }
        if (!NO_JOURNAL.matcher(failure.state()).matches()) {
            throw failure.sql();
        }
        try {
            session.send("ROLLBACK");
        } catch (StatementFailure e) {
            throw e.sql();
        }
        String reason = String.valueOf(failure.getMessage());
        observer.journalNotKept(
                failure.state().equals(FailureReport.INSUFFICIENT_PRIVILEGE)
                        ? reason + ". To keep one: " + grant(session, exists)
                        : reason);
        return Journal.none();
    }

    private static String grant(SqlSession session, boolean exists) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT current_user")) {
            row.next();
            String role = row.getString(1); // not always the one that logged in
            return exists
                    ? JournalSql.grantTo(role)
                    : "GRANT CREATE ON DATABASE " + Identifiers.quote(session.database()) + " TO "
                            + Identifiers.quote(role);
        }
    }
}
