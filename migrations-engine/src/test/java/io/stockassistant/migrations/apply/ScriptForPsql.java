package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.OfflineStart;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes scripts for psql down as the commands do. */
final class ScriptForPsql {

    private ScriptForPsql() {}

    /** An upgrade from the places that are named. */
    static String up(Scene scene, String target, String... from) throws SQLException {
        return of(scene, scene.database(), List.of(from), false, target);
    }

    /**
     * A script.
     *
     * @param looked the database to look at when no places are named
     * @param from the places that the script is told, or nothing: then it looks
     */
    static String of(Scene scene, TestDatabase looked, List<String> from, boolean down, String target)
            throws SQLException {
        Migrations migrations = scene.modules().migrations();
        Histories histories;
        Map<String, ModuleHistory> known = new LinkedHashMap<>();
        if (from.isEmpty()) {
            try (Connection connection = looked.connect()) {
                histories = HistoryReader.read(connection, migrations.modules().list());
            }
            for (Module module : migrations.modules().list()) {
                known.put(module.name(), histories.of(module.name()));
            }
        } else {
            OfflineStart start =
                    OfflineStart.of(migrations, from.stream().map(Target::parse).toList());
            histories = start.histories();
            known.putAll(start.known());
        }
        Planner planner = new Planner(migrations);
        Plan plan = down
                ? planner.downgrade(histories, Target.parse(target), true)
                : planner.upgrade(histories, List.of(Target.parse(target)), false);
        return OfflineScript.of(
                migrations,
                plan,
                new Scripts(migrations).read(plan),
                histories,
                OfflineGuard.of(migrations, known),
                Runs.SETTINGS,
                scene.runs().context(migrations).origin());
    }
}
