package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Rereading;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.replay.RowDifferences;
import io.stockassistant.migrations.replay.ShadowFailure;
import io.stockassistant.migrations.replay.State;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Builds databases from empty, and compares what migrations and what baselines leave behind. */
final class Proof {

    private static final RunObserver NOBODY = new RunObserver() {};

    private final Shadow shadow;
    private final Replay replay;

    Proof(Shadow shadow, Replay replay) {
        this.shadow = shadow;
        this.replay = replay;
    }

    /** Runs migrations on a new database, and reads what they leave. */
    State build(Migrations migrations, List<Target> targets) throws SQLException {
        try (ShadowDatabase database = shadow.create()) {
            return proceed(database, migrations, targets);
        }
    }

    /**
     * In what a database that is built from empty differs from what is expected; nothing is the proof.
     *
     * @param again another sample of what is expected, which tells chance from intention
     */
    List<Difference> differences(State expected, State again, Migrations migrations, List<Target> targets)
            throws SQLException {
        try (ShadowDatabase database = shadow.create()) {
            State actual = proceed(database, migrations, targets);
            try (Connection connection = database.open("")) {
                List<Difference> differences = new Rereading(connection, actual.catalog())
                        .real(expected.catalog().differences(actual.catalog()));
                return differences.isEmpty()
                        ? RowDifferences.list(expected.contents(), again.contents(), actual.contents())
                        : differences;
            }
        }
    }

    /** Runs migrations on a database that has seen some of them. */
    State proceed(ShadowDatabase database, Migrations migrations, List<Target> targets) throws SQLException {
        run(database, migrations, targets, NOBODY);
        try (Connection connection = database.open("")) {
            return State.read(connection, migrations.modules());
        }
    }

    /** Whether migrations have nothing left to do in a database, which they do otherwise. */
    boolean isFinished(ShadowDatabase database, Migrations migrations) throws SQLException {
        return !run(database, migrations, List.of(), NOBODY);
    }

    /**
     * @param targets none means all heads
     * @return whether there was anything to do
     * @throws io.stockassistant.migrations.problem.ProblemException if a migration fails, or there is no plan
     */
    boolean run(ShadowDatabase database, Migrations migrations, List<Target> targets, RunObserver observer)
            throws SQLException {
        ApplyReport report = replay.run(
                database,
                migrations,
                histories -> new Planner(migrations).upgrade(histories, targets, false),
                observer);
        ShadowFailure.throwIfStopped(
                report,
                database,
                file -> "migrations squash needs migrations that run from empty: mend " + file
                        + ", or cut before it (--to).");
        return report instanceof ApplyReport.Applied;
    }
}
