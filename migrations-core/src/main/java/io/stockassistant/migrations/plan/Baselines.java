package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.List;
import java.util.Optional;

/**
 * Which baselines count in a database: in an empty one, and in one that a baseline was recorded in, the newest. In one
 * that was migrated step by step, a baseline that says which migrations it replaces; any other is passed over there, as
 * Flyway passes over it.
 */
final class Baselines {

    private Baselines() {}

    /** The migrations as a database with these histories meets them. */
    static Migrations seenBy(Migrations migrations, Histories histories) {
        return migrations.withBaselines(each -> isInForce(each, migrations, histories));
    }

    private static boolean isInForce(Migration baseline, Migrations migrations, Histories histories) {
        ModuleHistory history = histories.of(baseline.module());
        if (history.isEmpty() || histories.holds(baseline)) {
            return true;
        }
        List<Version> replaced = baseline.upgrade().header().replaces();
        List<Version> open =
                replaced.stream().filter(each -> !history.holds(each)).toList();
        boolean canBeApplied =
                open.stream().allMatch(each -> migrations.hasFile(new Revision(baseline.module(), each)));
        return !replaced.isEmpty() && (open.isEmpty() || !canBeApplied);
    }

    /** The replaced migrations that a database lacks. */
    static List<Version> missing(Migration baseline, ModuleHistory history) {
        return baseline.upgrade().header().replaces().stream()
                .filter(each -> !history.holds(each))
                .toList();
    }

    /** The baseline in force that is not in the history yet, but is to take the place of what is. */
    static Optional<Migration> findTakingOver(Migrations seen, Histories histories, String module) {
        return seen.findBaseline(module).filter(each -> !histories.of(module).isEmpty() && !histories.holds(each));
    }

    /** Whether a baseline in force stands for an applied version, so that this needs no file of its own. */
    static boolean covers(Migrations seen, Revision revision) {
        return seen.findBaseline(revision.module())
                .filter(each -> revision.version().compareTo(each.version()) <= 0)
                .isPresent();
    }
}
