package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which pending migrations of a module get a newer version. One that is on this side alone has to come after all that
 * others have, applied here or not. One that others have keeps its version, unless something else that they have is
 * applied and newer: what is applied here alone is no reason, for in their databases it is not.
 */
final class LateMigrations {

    private final Migrations migrations;
    private final String module;
    private final Histories histories;
    private final ModuleHistory history;
    private final SharedMigrations shared;
    private final Set<String> younger;

    LateMigrations(Migrations migrations, String module, Histories histories, SharedMigrations shared) {
        this.migrations = Planner.seenBy(migrations, histories);
        this.module = module;
        this.histories = histories;
        this.history = histories.of(module);
        this.shared = shared;
        this.younger = new Planner(this.migrations)
                .fileProblems().stream()
                        .filter(each -> each.code() == ProblemCode.YOUNGER_DEPENDENCY && module.equals(each.module()))
                        .map(each -> String.valueOf(each.version()))
                        .collect(Collectors.toSet());
    }

    private List<Migration> pending() {
        return migrations.list(module).stream()
                .filter(each -> !each.isBaseline() && !history.holds(each.version()))
                .toList();
    }

    /**
     * The backfills that nobody has begun here and that are behind a migration that is late: they were written for what
     * that makes.
     */
    List<Backfill> listBackfills() {
        List<Migration> late = list();
        return migrations.listBackfills(module).stream()
                .filter(each -> histories.findBackfill(each.revision()).isEmpty())
                .filter(each -> late.stream().anyMatch(moved -> isBehind(each, moved)))
                .filter(each -> late.stream().noneMatch(moved -> isAwaitedInVain(each, moved)))
                .toList();
    }

    private boolean isBehind(Backfill backfill, Migration moved) {
        return moved.version().compareTo(backfill.version()) < 0
                && shared.lacks(moved.version()) == shared.lacks(backfill.version());
    }

    /** A migration that names something younger moves behind it. */
    private boolean isAwaitedInVain(Backfill backfill, Migration moved) {
        return moved.version().compareTo(backfill.version()) < 0
                && migrations.listBackfillsNeededBy(moved).contains(backfill);
    }

    /** What is late, oldest first, and what is pending behind it, so that they keep their order. */
    List<Migration> list() {
        Optional<Version> applied = history.findCurrent();
        Optional<Version> appliedOfOthers = Stream.concat(
                        history.applied().keySet().stream(), history.findBaseline().stream())
                .filter(each -> !shared.lacks(each))
                .max(Version::compareTo);
        List<Migration> late = new ArrayList<>();
        boolean oursMove = false;
        boolean othersMove = false;
        for (Migration each : pending()) {
            Version version = each.version();
            if (shared.lacks(version)) {
                oursMove |= othersMove
                        || isBefore(version, applied)
                        || isBefore(version, shared.newest())
                        || namesYounger(version);
            } else {
                othersMove |= isBefore(version, appliedOfOthers) || namesYounger(version);
            }
            if (shared.lacks(version) ? oursMove : othersMove) {
                late.add(each);
            }
        }
        return late;
    }

    private boolean namesYounger(Version version) {
        return younger.contains(version.toString());
    }

    private static boolean isBefore(Version version, Optional<Version> other) {
        return other.filter(each -> version.compareTo(each) < 0).isPresent();
    }

    /** Sentences about what stays late, in this database or elsewhere, although nothing is renamed for it. */
    List<String> remarks() {
        List<Migration> late = list();
        Optional<Version> newest = shared.newest();
        NavigableMap<Version, ?> applied = history.applied();
        List<String> remarks = new ArrayList<>();
        pending().stream()
                .filter(each -> !late.contains(each) && isBefore(each.version(), history.findCurrent()))
                .map(each -> each + " keeps its version, for it is on " + shared
                        + ". It comes late in this database alone, behind what is not there. Apply it here:"
                        + " migrations upgrade --out-of-order " + module)
                .forEach(remarks::add);
        applied.keySet().stream()
                .filter(each -> shared.lacks(each) && isBefore(each, newest))
                .filter(migrations.versions(module)::containsKey)
                .map(each -> module + "@" + each + " is applied here and keeps its version. Where " + module + "@"
                        + newest.orElseThrow() + " of " + shared + " is applied, it comes late. If it is applied here"
                        + " alone: migrations downgrade " + module + "@" + before(each, applied)
                        + ", then migrations rebase " + module)
                .forEach(remarks::add);
        return remarks;
    }

    private static String before(Version version, NavigableMap<Version, ?> applied) {
        return Optional.ofNullable(applied.lowerKey(version))
                .map(Version::toString)
                .orElse("base");
    }
}
