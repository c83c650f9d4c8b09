package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether the migrations of modules build what the modules ask for.
 *
 * @param modules those that were compared, dependencies before dependents
 * @param remarks what was not compared, for people
 */
public record ModelCheck(List<ModuleDifferences> modules, List<String> remarks) {

    public ModelCheck {
        modules = List.copyOf(modules);
        remarks = List.copyOf(remarks);
    }

    /**
     * Compares on throw-away databases.
     *
     * @param names the modules; all that have models if none is named
     * @throws ProblemException if files or models cannot be read, or the server refuses them
     * @throws SQLException if the shadow's server fails
     */
    public static ModelCheck of(
            Migrations migrations, Collection<String> names, Shadow shadow, Replay replay, Engines engines)
            throws SQLException {
        List<Module> modules = ModelledModules.get(migrations.modules(), names);
        ProblemException.throwIfAny(new Planner(migrations).fileProblems());
        try (TwoSides sides = new TwoSides(shadow, replay, migrations, engines)) {
            return compare(sides, modules);
        }
    }

    private static ModelCheck compare(TwoSides sides, List<Module> modules) throws SQLException {
        Map<Module, ModelDatabase> asked = sides.modelled(modules);
        ShadowDatabase migrated = sides.migrated();
        List<ModuleDifferences> found = new ArrayList<>();
        TreeSet<String> remarks = new TreeSet<>();
        for (Module module : modules) {
            ModelDatabase models = asked.get(module);
            if (models == null) {
                throw new IllegalStateException(module.name());
            }
            List<Difference> differences = sides.comparison(module).differences(models.database(), migrated);
            remarks.addAll(models.remarks());
            found.add(new ModuleDifferences(module.name(), differences));
        }
        return new ModelCheck(found, List.copyOf(remarks));
    }
}
