package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
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
 * applied, than what others have, or than what their header names. The backfills behind them go with them.
 *
 * @param versions the new version of each old one, oldest first; none when nothing is late
 * @param remarks about what is late and keeps its version all the same, as sentences
 */
public record Rebase(String module, Map<Version, Version> versions, List<String> remarks) {

    /**
     * Chooses versions after everything that the module has: for the first migration that is late, and for whatever is
     * pending behind it, so that they keep their order.
     *
     * @param shared what others have
     * @param now the time in UTC, for modules with timestamps
     */
    public static Rebase of(
            Migrations migrations, String module, Histories histories, SharedMigrations shared, LocalDateTime now) {
        ModuleHistory history = histories.of(module);
        LateMigrations search = new LateMigrations(migrations, module, histories, shared);
        List<Migration> late = search.list();
        NextVersion next = NextVersion.in(migrations, module, now);
        Optional<Version> last = next.newest(
                Stream.concat(migrations.findNewestVersion(module).stream(), history.findCurrent().stream())
                        .max(Version::compareTo),
                late.stream().flatMap(each -> named(migrations, each)).toList(),
                migrations);
        Map<Version, Version> versions = new LinkedHashMap<>();
        List<Version> moving = Stream.concat(
                        late.stream().map(Migration::version),
                        search.listBackfills().stream().map(Backfill::version))
                .sorted()
                .toList();
        for (Version each : moving) {
            last = last.map(next::after);
            versions.put(each, last.orElseThrow());
        }
        return new Rebase(module, versions, search.remarks());
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
     * What has to be done to files: they are renamed, and headers in all modules and the HEAD file follow. Nothing is
     * touched yet.
     *
     * @param migrations those of all modules, as they are in the folders where they are edited
     * @throws ProblemException if what is applied names one of them in its header, if there is no folder, or if a file
     *     cannot be read
     */
    public FilesToRebase files(Migrations migrations, Histories histories) {
        return new FilesToRebase(this, migrations, histories).prepare();
    }
}
