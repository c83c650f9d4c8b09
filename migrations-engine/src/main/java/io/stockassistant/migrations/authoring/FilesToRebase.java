package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.HeaderLines;
import io.stockassistant.migrations.script.JavaFile;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.ScriptFile;
import io.stockassistant.migrations.script.Version;
import io.stockassistant.migrations.script.VersionedName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the files follow a rebase. Everything is read and decided before the first one is touched. */
public final class FilesToRebase {

    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private final Rebase rebase;
    private final Migrations migrations;
    private final Histories histories;
    private final List<FileChange> rewritings = new ArrayList<>();
    private final List<FileChange> renamings = new ArrayList<>();
    private final Set<Version> found = new HashSet<>();
    private final List<String> renamed = new ArrayList<>();
    private final List<Path> updated = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    FilesToRebase(Rebase rebase, Migrations migrations, Histories histories) {
        this.rebase = rebase;
        this.migrations = migrations;
        this.histories = histories;
    }

    private void addFilesOf(Module module) {
        if (module.name().equals(rebase.module())) {
            SourceFolder.of(module); // without a folder there is nothing that could be renamed
        }
        if (module.location().folder().isEmpty() || rebase.versions().isEmpty()) {
            return;
        }
        refuseHeadersOfClasses(module);
        try {
            List<SourceFile> files = new ArrayList<>(module.location().list());
            files.sort(Comparator.comparing(SourceFile::name));
            for (SourceFile file : files) {
                add(module, file);
            }
        } catch (IOException e) {
            throw unreadable(module, module.location().folder().get(), e);
        }
    }

    /** A header of a class stands in its source, wherever that is. */
    private void refuseHeadersOfClasses(Module module) {
        Stream<ScriptFile> classes = Stream.concat(
                        migrations.list(module.name()).stream(), migrations.listRepeatables(module.name()).stream())
                .flatMap(each -> Stream.concat(Stream.of(each.upgrade()), each.findDowngrade().stream()))
                .filter(JavaFile.class::isInstance);
        classes.forEach(file -> file.header().dependsOn().stream()
                .filter(each -> !rebase.changed(each).equals(each))
                .forEach(each -> problems.add(new Problem(
                        ProblemCode.JAVA_MIGRATION,
                        module.name(),
                        null,
                        file.path(),
                        "The class " + file.name() + " names " + each + " in its @MigrationHeader, which would become "
                                + rebase.changed(each) + "; a class cannot be rewritten.",
                        "Write depends-on: " + rebase.changed(each)
                                + " there after the rebase; to let the rebase go on, take the line out first."))));
    }

    private void add(Module module, SourceFile source) throws IOException {
        Optional<VersionedName> parts = VersionedName.find(source.fileName());
        boolean isSql = source.name().toLowerCase(Locale.ROOT).endsWith(".sql");
        if (parts.isEmpty() && !isSql) {
            return;
        }
        Path file = Path.of(source.path());
        Path target = file;
        Version changed = parts.filter(each -> module.name().equals(rebase.module()))
                .map(each -> rebase.versions().get(each.version()))
                .orElse(null);
        if (changed != null) {
            VersionedName newName = parts.orElseThrow().withVersion(changed);
            target = file.resolveSibling(newName.toString());
            renamings.add(new FileChange.Renaming(file, target));
            String folder = source.name()
                    .substring(0, source.name().length() - source.fileName().length());
            renamed.add(source.name() + " -> " + folder + newName);
            parts.filter(each -> each.isUpgrade() || each.isBackfill()).ifPresent(each -> found.add(each.version()));
        }
        if (isSql) {
            addHeader(module, parts, file, target);
        }
    }

    private void addHeader(Module module, Optional<VersionedName> parts, Path file, Path target) throws IOException {
        Optional<byte[]> changed = changedHeader(Files.readAllBytes(file));
        if (changed.isEmpty()) {
            return;
        }
        Optional<Revision> applied = parts.filter(VersionedName::isUpgrade)
                .map(each -> new Revision(module.name(), each.version()))
                .filter(each -> histories.of(each.module()).applied().containsKey(each.version()))
                .or(() -> parts.filter(VersionedName::isBackfill)
                        .map(each -> new Revision(module.name(), each.version()))
                        .filter(each -> histories.findBackfill(each).isPresent()));
        if (applied.isPresent()) {
            problems.add(appliedNames(applied.get(), file));
        } else {
            rewritings.add(new FileChange.Rewriting(file, changed.get()));
            updated.add(target);
        }
    }

    /** Read as Latin-1, whatever it is: headers are ASCII, and all other bytes come out as they went in. */
    private Optional<byte[]> changedHeader(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String changed = mark + HeaderLines.withRevisions(text.substring(mark.length()), rebase::changed);
        return changed.equals(text) ? Optional.empty() : Optional.of(changed.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ProblemException unreadable(Module module, Path folder, IOException e) {
        return new ProblemException(
                Problem.inModule(
                        ProblemCode.INVALID_MODULE,
                        module.name(),
                        "The files in " + folder + " cannot be read: " + FileChanges.reason(e)
                                + ". Nothing was changed.",
                        "Make them readable, and repeat the command."),
                e);
    }

    private Problem appliedNames(Revision applied, Path file) {
        return new Problem(
                ProblemCode.INCONSISTENT_HISTORY,
                applied.module(),
                applied.version().toString(),
                file.toString(),
                applied + " is applied and names in its header what is not: with another version there, its"
                        + " checksum would change. Nothing was renamed.",
                "Apply what it names, at the version that it has: migrations upgrade --out-of-order "
                        + rebase.module());
    }

    private void addHead() {
        for (Version old : rebase.versions().keySet()) {
            Optional<Migration> java = migrations
                    .find(new Revision(rebase.module(), old))
                    .filter(each -> each.upgrade() instanceof JavaFile);
            if (java.isPresent()) {
                problems.add(ofClass(java.get()));
            } else if (!found.contains(old)) {
                problems.add(noFile(old));
            }
        }
        newest().ifPresent(migration -> {
            Module module = migrations.modules().get(rebase.module());
            Version version = rebase.changed(migration.revision()).version();
            String script = VersionedName.find(migration.upgrade().fileName())
                    .map(name -> name.withVersion(version).toString())
                    .orElse(migration.upgrade().fileName());
            HeadFile.findChange(module, version, script, false).ifPresent(change -> {
                rewritings.add(change);
                updated.add(SourceFolder.of(module).resolve(HeadFile.NAME));
            });
        });
    }

    /** The migration that comes last with the new versions. */
    private Optional<Migration> newest() {
        return migrations.list(rebase.module()).stream()
                .max(Comparator.comparing(
                        each -> rebase.changed(each.revision()).version()));
    }

    private Problem ofClass(Migration migration) {
        String name = migration.upgrade().name();
        return new Problem(
                ProblemCode.JAVA_MIGRATION,
                rebase.module(),
                migration.version().toString(),
                migration.upgrade().path(),
                migration + " is a class, and a class is renamed in its source. Nothing was renamed.",
                "Rename " + name + " to V"
                        + rebase.changed(migration.revision()).version()
                        + "__…, and its U class with it, compile, and repeat the command.");
    }

    private Problem noFile(Version version) {
        return new Problem(
                ProblemCode.MISSING_FILE,
                rebase.module(),
                version.toString(),
                null,
                rebase.module() + "@" + version + " has no file in the folder of its module. Nothing was renamed.",
                "Give it a newer version where it is written.");
    }

    /** @throws ProblemException if anything that can be seen beforehand stands in the way */
    FilesToRebase prepare() {
        migrations.modules().list().forEach(this::addFilesOf);
        addHead();
        ProblemException.throwIfAny(problems);
        return this;
    }

    /** What is going to be renamed and changed. */
    public RebasedFiles list() {
        return new RebasedFiles(renamed, updated);
    }

    /**
     * Changes the files: all of them, or none.
     *
     * @throws ProblemException if anything stands in the way; all is then as it was
     */
    public void carryOut() {
        new FileChanges(
                        rebase.module(),
                        Stream.concat(rewritings.stream(), renamings.stream()).toList())
                .carryOut();
    }
}
