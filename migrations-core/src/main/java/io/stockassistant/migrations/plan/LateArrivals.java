package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Migrations that are about to run after something that they were written before: allowed, and worth a look, because
 * an empty database replays the two in the other order.
 */
final class LateArrivals {

    private LateArrivals() {}

    static List<String> warnings(Migrations migrations, Histories histories, List<Step> steps) {
        List<String> warnings = new ArrayList<>();
        for (Step step : steps) {
            if (!(step.change() instanceof Migration migration)
                    || step.recorded()
                    || !migrations.hasTimestamps(migration.module())) {
                continue;
            }
            for (String module : migrations.modules().dependenciesOf(migration.module())) {
                Optional<Version> newest = histories.of(module).findCurrent();
                if (migrations.hasTimestamps(module)
                        && newest.filter(each -> isYounger(each, migration)).isPresent()) {
                    warnings.add(migration + " was written before " + module + "@" + newest.get()
                            + " and runs after it here; from empty they run in the order in which they were written.");
                }
            }
        }
        return warnings;
    }

    private static boolean isYounger(Version version, Migration migration) {
        return version.age().isPresent()
                && version.age().getAsLong() > migration.age().orElseThrow();
    }
}
