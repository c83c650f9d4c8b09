package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * @param version of the newest
     * @param files the V file and the U file of each, what configures them, and the HEAD file
     */
    public record Written(Version version, List<Path> files) {}

    public NewMigration {
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * Looks whether it could be written.
     *
     * @throws ProblemException if the module has no folder, is not at one head, or a dependency makes no sense
     */
    public void check(Migrations migrations) {
        SourceFolder.of(migrations.modules().get(module));
        OneHead.check(migrations, module);
        Dependencies.resolve(migrations, module, dependsOn);
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
        return write(modules, now, List.of(ScriptBody.EMPTY), migrations -> {});
    }

    /**
     * The same with what stands in the files, one migration after the other: all of them are written, or none.
     *
     * @param bodies at least one
     * @param unchanged looks at the files once more when nobody else can write any, and throws if they are not what the
     *     bodies were made for
     */
    public Written write(Modules modules, LocalDateTime now, List<ScriptBody> bodies, Consumer<Migrations> unchanged) {
        try (FolderLock lock = FolderLock.take(module, SourceFolder.of(modules.get(module)))) {
            Migrations migrations = Migrations.list(modules);
            OneHead.check(migrations, module);
            unchanged.accept(migrations);
            return write(migrations, lock.folder(), now, bodies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Written write(Migrations migrations, Path folder, LocalDateTime now, List<ScriptBody> bodies) {
        Module target = migrations.modules().get(module);
        List<Migration> needed = Dependencies.resolve(migrations, module, dependsOn);
        NextVersion next = NextVersion.in(migrations, module, now);
        Version version = next.newest(migrations.findNewestVersion(module), needed, migrations)
                .map(next::after)
                .orElseGet(next::first);
        String needs = Stream.concat(
                        needed.stream().map(Migration::revision),
                        Dependencies.listBackfills(migrations, dependsOn).stream()
                                .map(Backfill::revision))
                .map(HeaderLines::dependsOn)
                .collect(Collectors.joining("\n"));
        List<FileChange> changes = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        String script = "";
        for (int i = 0; i < bodies.size(); i++) {
            ScriptBody body = bodies.get(i);
            version = i == 0 ? version : next.after(version);
            Title named = title.with(body.suffix());
            ScriptTexts texts = new ScriptTexts(target, folder, version, named);
            String upgrade = "V" + version + "__" + named.slug() + ".sql";
            script = upgrade;
            String undo = "U" + upgrade.substring(1);
            Map<String, String> contents = new LinkedHashMap<>();
            contents.put(upgrade, texts.upgrade(i == 0 ? needs : "") + body.upgrade());
            body.upgradeConf().ifPresent(conf -> contents.put(upgrade + ".conf", conf));
            contents.put(undo, texts.downgrade(noWayBack()) + body.downgrade());
            body.downgradeConf().ifPresent(conf -> contents.put(undo + ".conf", conf));
            contents.forEach((name, text) -> {
                files.add(file(folder, name));
                changes.add(new FileChange.Creation(file(folder, name), text));
            });
        }
        HeadFile.findChange(target, version, script, true).ifPresent(changes::add);
        files.add(folder.resolve(HeadFile.NAME));
        new FileChanges(module, changes).carryOut();
        return new Written(version, files);
    }

    private String noWayBack() {
        return irreversible == null
                ? ""
                : HeaderLines.irreversible(Title.line(irreversible, "The reason of --irreversible"));
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
