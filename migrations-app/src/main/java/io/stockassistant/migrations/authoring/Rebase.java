package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Newer versions for migrations of one module that came too late: those that are pending and older than what is
 * applied, or than what their header names.
 *
 * @param versions the new version of each old one, oldest first; none when nothing is late
 */
public record Rebase(String module, Map<Version, Version> versions) {

    /**
     * Chooses versions after everything that the module has: for the first migration that is late, and for whatever is
     * pending behind it, so that they keep their order.
     *
     * @param now the time in UTC, for modules with timestamps
     */
    public static Rebase of(Migrations migrations, String module, Histories histories, LocalDateTime now) {
        ModuleHistory history = histories.of(module);
        List<Migration> late = late(Planner.seenBy(migrations, histories), module, history);
        NextVersion next = NextVersion.in(migrations, module, now);
        Optional<Version> last = next.newest(
                Stream.concat(
                                migrations.findHead(module).map(Migration::version).stream(),
                                history.findCurrent().stream())
                        .max(Version::compareTo),
                late.stream().flatMap(each -> named(migrations, each)).toList(),
                migrations);
        Map<Version, Version> versions = new LinkedHashMap<>();
        for (Migration migration : late) {
            last = last.map(next::after);
            versions.put(migration.version(), last.orElseThrow());
        }
        return new Rebase(module, versions);
    }

    private static List<Migration> late(Migrations migrations, String module, ModuleHistory history) {
        List<Migration> pending = migrations.list(module).stream()
                .filter(each -> !each.isBaseline() && !history.holds(each.version()))
                .toList();
        List<String> younger = new Planner(migrations)
                .fileProblems().stream()
                        .filter(each -> each.code() == ProblemCode.YOUNGER_DEPENDENCY && module.equals(each.module()))
                        .map(each -> String.valueOf(each.version()))
                        .toList();
        for (int i = 0; i < pending.size(); i++) {
            Version version = pending.get(i).version();
            if (history.findCurrent()
                            .filter(each -> version.compareTo(each) < 0)
                            .isPresent()
                    || younger.contains(version.toString())) {
                return pending.subList(i, pending.size());
            }
        }
        return List.of();
    }

    private static Stream<Migration> named(Migrations migrations, Migration migration) {
        return migration.upgrade().header().dependsOn().stream().flatMap(each -> migrations.find(each).stream());
    }

    /** The revision with its new version, if it has got one. */
    Revision changed(Revision revision) {
        return revision.module().equals(module)
                ? new Revision(module, versions.getOrDefault(revision.version(), revision.version()))
                : revision;
    }

    /**
     * Renames the files, makes headers in all modules and the HEAD file follow: all of it, or nothing.
     *
     * @param migrations those of all modules, as they are in the folders where they are edited
     * @throws ProblemException if what is applied names one of them in its header, if there is no folder, or if a file
     *     cannot be read or written
     */
    public RebasedFiles carryOut(Migrations migrations, Histories histories) {
        return new FilesToRebase(this, migrations, histories).carryOut();
    }
}
