package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.HeaderLines;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A backfill that somebody is about to write.
 *
 * @param dependsOn what it needs beside the migrations of its module, as it was typed
 */
public record NewBackfill(String module, Title title, List<String> dependsOn) {

    /** What was written. */
    public record Written(Version version, Path file) {}

    public NewBackfill {
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * Writes the D file from the template; nothing that is there already is touched.
     *
     * @param modules as they are in the folders where they are edited
     * @param now the time in UTC
     * @throws ProblemException if the module has no folder, or a dependency or template makes no sense
     */
    public Written write(Modules modules, LocalDateTime now) {
        try (FolderLock lock = FolderLock.take(module, SourceFolder.of(modules.get(module)))) {
            Migrations migrations = Migrations.list(modules);
            NextVersion next = NextVersion.in(migrations, module, now);
            Version version =
                    migrations.findNewestVersion(module).map(next::after).orElseGet(next::first);
            String needs = Dependencies.resolve(migrations, module, dependsOn).stream()
                    .map(each -> HeaderLines.dependsOn(each.revision()))
                    .collect(Collectors.joining("\n"));
            String text = new ScriptTexts(modules.get(module), lock.folder(), version, title).backfill(needs);
            Path file = lock.folder().resolve("D" + version + "__" + title.slug() + ".sql");
            new FileChanges(module, List.of(new FileChange.Creation(file, text))).carryOut();
            return new Written(version, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
