package io.stockassistant.migrations.drift;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.ObjectPattern;
import io.stockassistant.migrations.catalog.Rereading;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Rebuild;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.replay.ShadowFailure;
import io.stockassistant.migrations.replay.State;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.ScriptRoles;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Builds what the applied migrations of a database build, on a shadow of the same major version, and compares. */
public final class Drift {

    private final Migrations migrations;
    private final Shadow shadow;
    private final Replay replay;

    /** @param migrations with the values of placeholders that hold for the database in use */
    public Drift(Migrations migrations, Shadow shadow, Replay replay) {
        this.migrations = migrations;
        this.shadow = shadow;
        this.replay = replay;
    }

    /**
     * In what a database differs from what its migrations build.
     *
     * @param ignored what does not matter
     * @throws io.stockassistant.migrations.problem.ProblemException if files cannot be read, or an applied migration does
     *     not run on the shadow
     * @throws SQLException if the shadow's server fails
     */
    public DriftFound compare(LiveDatabase live, List<ObjectPattern> ignored) throws SQLException {
        Rebuild rebuild = new Planner(migrations).rebuild(live.histories());
        try (ScriptRoles roles = new ScriptRoles(shadow)) {
            live.owners().first().ifPresent(roles::actAs);
            return compare(live, rebuild, replay.with(roles), ignored);
        }
    }

    private DriftFound compare(LiveDatabase live, Rebuild rebuild, Replay replay, List<ObjectPattern> ignored)
            throws SQLException {
        try (ShadowDatabase database = shadow.create()) {
            Scope scope = State.scope(migrations.modules());
            Catalog empty = read(database, scope);
            Replay.createSchemas(database, begun(live, rebuild));
            ShadowFailure.throwIfStopped(
                    replay.carryOut(database, migrations, rebuild.plan()),
                    database,
                    file -> "Whether the database has drifted cannot be told before " + file
                            + " runs on an empty database: see it fail with 'migrations verify --all'.");
            try (Connection connection = database.open("")) {
                Catalog expected = CatalogReader.read(connection, scope);
                List<Difference> differences =
                        new Rereading(connection, expected).real(expected.differences(live.catalog()));
                return new DriftJudge(migrations.modules(), rebuild, empty, expected, live.catalog())
                        .judge(differences, ignored, problems(rebuild));
            }
        }
    }

    private static Catalog read(ShadowDatabase database, Scope scope) throws SQLException {
        try (Connection connection = database.open("")) {
            return CatalogReader.read(connection, scope);
        }
    }

    /** A module that was taken back to its base keeps its schema. */
    private List<Module> begun(LiveDatabase live, Rebuild rebuild) {
        return migrations.modules().list().stream()
                .filter(each -> live.histories().of(each.name()).tableExists())
                .filter(each -> !rebuild.unknown().containsKey(each.name()))
                .toList();
    }

    private static List<Problem> problems(Rebuild rebuild) {
        List<Problem> problems = new ArrayList<>();
        rebuild.unknown().values().forEach(problems::addAll);
        rebuild.outdated().values().forEach(problems::addAll);
        return List.copyOf(problems);
    }
}
