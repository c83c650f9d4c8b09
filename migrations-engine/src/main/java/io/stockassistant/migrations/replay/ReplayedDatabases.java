package io.stockassistant.migrations.replay;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.ScriptRoles;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Throw-away databases that migrations build, from files that somebody works on. Gone when it is closed, and then the
 * roles that they needed.
 */
public final class ReplayedDatabases implements AutoCloseable {

    private final Shadow shadow;
    private final ScriptRoles roles;
    private final Replay replay;
    private final List<ShadowDatabase> all = new ArrayList<>();

    /** @param replay creates, from here on, the roles that scripts name */
    public ReplayedDatabases(Shadow shadow, Replay replay) {
        this.shadow = shadow;
        this.roles = new ScriptRoles(shadow);
        this.replay = replay.with(roles);
    }

    /** Where they are. */
    public Shadow shadow() {
        return shadow;
    }

    /** The roles that scripts have needed so far. */
    public ScriptRoles roles() {
        return roles;
    }

    /** One with nothing in it. */
    public ShadowDatabase create() {
        ShadowDatabase database = shadow.create();
        all.add(database);
        return database;
    }

    /**
     * What all migrations build.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException if one does not run, or there is no plan
     * @throws SQLException if the server fails
     */
    public ShadowDatabase build(Migrations migrations) throws SQLException {
        ShadowDatabase database = create();
        upgrade(database, migrations, List.of());
        return database;
    }

    /** The same for scripts that may make a journal themselves: dumps of a database that has one. */
    public ShadowDatabase buildWithoutJournal(Migrations migrations) throws SQLException {
        ShadowDatabase database = create();
        upgrade(replay.withoutJournal(), database, migrations, List.of());
        return database;
    }

    /**
     * Brings one to targets; to all heads if there is none.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException if a migration does not run, or there is no plan
     * @throws SQLException if the server fails
     */
    public void upgrade(ShadowDatabase database, Migrations migrations, List<Target> targets) throws SQLException {
        upgrade(replay, database, migrations, targets);
    }

    private static void upgrade(Replay replay, ShadowDatabase database, Migrations migrations, List<Target> targets)
            throws SQLException {
        ShadowFailure.throwIfStopped(
                replay.run(
                        database, migrations, histories -> new Planner(migrations).upgrade(histories, targets, false)),
                database,
                file -> "Mend " + file + ", then repeat the command.");
    }

    /** Carries out a plan in one, as far as it goes. */
    public ApplyReport run(ShadowDatabase database, Migrations migrations, Plan plan) throws SQLException {
        return replay.run(database, migrations, histories -> plan);
    }

    @Override
    public void close() {
        all.forEach(ShadowDatabase::close);
        roles.close();
    }
}
