package io.stockassistant.migrations.replay;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.apply.MigrationRun;
import io.stockassistant.migrations.apply.RunContext;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.apply.RunSettings;
import io.stockassistant.migrations.backfill.BackfillsOnTheWay;
import io.stockassistant.migrations.backfill.BackfillsOnTheWay.Handling;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Repeatable;
import io.stockassistant.migrations.shadow.ScriptRoles;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs migrations on throw-away databases, through the same engine as on any other. */
public final class Replay {

    private static final RunObserver NOBODY = new RunObserver() {};

    private final RunOrigin origin;
    private final Interruption interruption;
    private final @Nullable ScriptRoles roles;
    private final boolean keepsJournal;

    private Replay(RunOrigin origin, Interruption interruption, @Nullable ScriptRoles roles, boolean keepsJournal) {
        this.origin = origin;
        this.interruption = interruption;
        this.roles = roles;
        this.keepsJournal = keepsJournal;
    }

    /** One in which a role that is not on the server is a failure. */
    public Replay(RunOrigin origin, Interruption interruption) {
        this(origin, interruption, null, true);
    }

    /**
     * The same, which creates the roles that scripts name on the way, where the server is ours alone: they are on the
     * server for which the scripts were written, and no business of theirs.
     */
    public Replay with(ScriptRoles created) {
        return new Replay(origin, interruption, created, keepsJournal);
    }

    /** The same for scripts that may make a journal themselves: dumps of a database that has one. */
    public Replay withoutJournal() {
        return new Replay(origin, interruption, roles, false);
    }

    /**
     * Creates the schemas of modules and of their histories, which no script does: the module's first step would, and its
     * undo leaves them.
     */
    public static void createSchemas(ShadowDatabase database, List<Module> modules) throws SQLException {
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement()) {
            for (Module module : modules) {
                for (String each : List.of(module.schema(), module.history().schema())) {
                    statement.execute("CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(each));
                }
            }
        }
    }

    /**
     * Carries out what a plan has that the database does not have yet.
     *
     * @throws SQLException if the server fails before the first step
     */
    public ApplyReport carryOut(ShadowDatabase database, Migrations migrations, Plan plan) throws SQLException {
        return run(database, migrations, histories -> rest(plan, histories), NOBODY);
    }

    /** Carries out the plan for what is in the database. */
    public ApplyReport run(ShadowDatabase database, Migrations migrations, Function<Histories, Plan> planning)
            throws SQLException {
        return run(database, migrations, planning, NOBODY);
    }

    /** The same under the eyes of somebody. */
    public ApplyReport run(
            ShadowDatabase database, Migrations migrations, Function<Histories, Plan> plans, RunObserver observer)
            throws SQLException {
        BackfillsOnTheWay backfills =
                new BackfillsOnTheWay(database::open, migrations, Handling.REHEARSE, interruption);
        Function<Histories, Plan> planning = histories -> {
            backfills.saw(histories);
            return plans.apply(histories);
        };
        MigrationRun run = new MigrationRun(new RunContext(
                database::open,
                migrations,
                RunSettings.DEFAULTS,
                origin,
                observer,
                interruption,
                keepsJournal,
                backfills));
        ApplyReport report = run.run(planning);
        while (report instanceof ApplyReport.Stopped stopped && createdRole(stopped)) {
            report = run.run(planning);
        }
        if (!(report instanceof ApplyReport.Stopped) && report.plan().direction() == Direction.UP) {
            backfills.settleTheRest(
                    migrations.modules().list().stream().map(Module::name).toList());
        }
        return report;
    }

    private boolean createdRole(ApplyReport.Stopped stopped) {
        return roles != null
                && ShadowFailure.findMissingRole(stopped.failure())
                        .filter(roles::create)
                        .isPresent();
    }

    private static Plan rest(Plan plan, Histories histories) {
        List<Step> steps =
                plan.steps().stream().filter(each -> !isDone(each, histories)).toList();
        return new Plan(plan.direction(), steps, plan.from(), plan.warnings());
    }

    private static boolean isDone(Step step, Histories histories) {
        if (step.change() instanceof Migration migration) {
            return histories.holds(migration) && !histories.isFailed(migration);
        }
        return step.change() instanceof Repeatable repeatable && histories.holds(repeatable);
    }
}
