package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.apply.MigrationRun;
import io.stockassistant.migrations.apply.RunContext;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.apply.RunSettings;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.SQLException;
import java.util.List;

/** Runs migrations on a throw-away database, through the same engine as on any other. */
record Replay(RunOrigin origin, Interruption interruption) {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /**
     * @param targets none means all heads
     * @return whether there was anything to do
     * @throws io.stockassistant.migrations.problem.ProblemException if a migration fails, or there is no plan
     */
    boolean run(ShadowDatabase database, Migrations migrations, List<Target> targets, RunObserver observer)
            throws SQLException {
        RunContext context =
                new RunContext(database::open, migrations, RunSettings.DEFAULTS, origin, observer, interruption);
        ApplyReport report =
                new MigrationRun(context).run(histories -> new Planner(migrations).upgrade(histories, targets, false));
        if (report instanceof ApplyReport.Stopped stopped) {
            throw failed(stopped.failure(), database.settings().user()).asException();
        }
        return report instanceof ApplyReport.Applied;
    }

    private static Problem failed(Failure failure, String user) {
        String file = failure.step().file().path() + (failure.line() == null ? "" : ":" + failure.line());
        return new Problem(
                failure.code(),
                failure.step().module(),
                null,
                file,
                failure.step().name() + " failed on the shadow at " + file + ": " + failure.message()
                        + (failure.detail() == null ? "" : " (" + failure.detail() + ")") + ". Nothing was written.",
                INSUFFICIENT_PRIVILEGE.equals(failure.sqlState())
                        ? "The user " + user + " of the shadow has to be able to do what the migrations do: name one"
                                + " who is, a superuser of a server for tests for one (--user), or leave --shadow-url"
                                + " away: the embedded server's user may do everything."
                        : "migrations squash needs migrations that run from empty: mend " + file
                                + ", or cut before it (--to).");
    }
}
