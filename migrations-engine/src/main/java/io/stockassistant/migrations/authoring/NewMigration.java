package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.HeaderLines;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A migration that somebody is about to write.
 *
 * @param dependsOn what it needs, as it was typed: {@code MODULE@VERSION}, {@code MODULE@head}
 * @param irreversible why there will be no way back, if that is known already
 */
public record NewMigration(
        String module,
        Title title,
        List<String> dependsOn,
        @Nullable String irreversible) {

    /**
     * What was written.
     *
     * @param files the V file, the U file, and the HEAD file
     */
    public record Written(Version version, List<Path> files) {}

    public NewMigration {
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * Writes both files and the HEAD file; nothing that is there already is touched but HEAD. Of two that are written at
     * the same time one comes after the other.
     *
     * @param modules as they are in the folders where they are edited
     * @param now the time in UTC
     * @throws ProblemException if the module has no folder, is not at one head, or a dependency or template makes no
     *     sense; nothing was written then
     */
    public Written write(Modules modules, LocalDateTime now) {
        try (FolderLock lock = FolderLock.take(module, SourceFolder.of(modules.get(module)))) {
            return write(Migrations.list(modules), lock.folder(), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Written write(Migrations migrations, Path folder, LocalDateTime now) {
        Module target = migrations.modules().get(module);
        OneHead.check(migrations, module);
        List<Migration> needed = Dependencies.resolve(migrations, module, dependsOn);
        NextVersion next = NextVersion.in(migrations, module, now);
        Version version = next.newest(migrations.findHead(module).map(Migration::version), needed, migrations)
                .map(next::after)
                .orElseGet(next::first);
        ScriptTexts texts = new ScriptTexts(target, folder, version, title);
        String upgrade = texts.upgrade(needed.stream()
                .map(each -> HeaderLines.dependsOn(each.revision()))
                .collect(Collectors.joining("\n")));
        String downgrade = texts.downgrade(
                irreversible == null
                        ? ""
                        : HeaderLines.irreversible(Title.line(irreversible, "The reason of --irreversible")));
        return write(target, folder, version, upgrade, downgrade);
    }

    private Written write(Module target, Path folder, Version version, String upgrade, String downgrade) {
        Path v = file(folder, "V" + version + "__" + title.slug() + ".sql");
        Path u = file(folder, "U" + version + "__" + title.slug() + ".sql");
        Optional<FileChange> head =
                HeadFile.findChange(target, version, v.getFileName().toString(), true);
        List<FileChange> changes =
                new ArrayList<>(List.of(new FileChange.Creation(v, upgrade), new FileChange.Creation(u, downgrade)));
        head.ifPresent(changes::add);
        new FileChanges(module, changes).carryOut();
        return new Written(version, List.of(v, u, folder.resolve(HeadFile.NAME)));
    }

    /** Where the process was started without a language, file names are ASCII. */
    private Path file(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new ProblemException(
                    Problem.inModule(
                            ProblemCode.INVALID_OPTION,
                            module,
                            "No file can be called " + name + " here: " + e.getReason() + ".",
                            "Set LC_ALL=C.UTF-8, or say it in other letters."),
                    e);
        }
    }
}
