package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.ClassName;
import io.stockassistant.migrations.module.ClassPackage;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.FileReason;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the file names of a module's location. The files themselves stay closed; classes are loaded. */
final class ModuleFiles {

    private final Module module;
    private final Map<String, SourceFile> byName = new HashMap<>();
    private final TreeMap<Version, ScriptFile> upgrades = new TreeMap<>();
    private final TreeMap<Version, ScriptFile> downgrades = new TreeMap<>();
    private final TreeMap<Version, ScriptFile> baselines = new TreeMap<>();
    private final TreeMap<Version, ScriptFile> backfills = new TreeMap<>();
    private final TreeMap<String, ScriptFile> repeatables = new TreeMap<>();
    private final Map<ScriptFile, String> descriptions = new HashMap<>();
    private final List<Problem> problems;
    private final NameChecks checks;

    private ModuleFiles(Module module, List<Problem> problems) {
        this.module = module;
        this.problems = problems;
        this.checks = new NameChecks(module, problems);
    }

    /** Reads the names; what is wrong with them is added to the problems. */
    static ModuleFiles read(Module module, List<Problem> problems) {
        ModuleFiles files = new ModuleFiles(module, problems);
        files.read();
        return files;
    }

    private void read() {
        try {
            List<SourceFile> all = new ArrayList<>(module.location().list());
            all.sort(Comparator.comparing(SourceFile::name));
            all.forEach(file -> byName.put(file.name(), file));
            for (SourceFile file : all) {
                if (FileName.isUndecoded(file.name())) {
                    checks.undecoded(file);
                } else if (FileName.isSql(file.name())) {
                    FileName.find(file.fileName())
                            .ifPresentOrElse(name -> add(name, script(file)), () -> checks.invalid(file));
                }
            }
            all.forEach(each -> checks.checkConf(each, byName.keySet()));
            module.location().findClasses().ifPresent(classes -> addClasses(classes, all));
        } catch (IOException e) {
            problems.add(new Problem(
                    ProblemCode.INVALID_MODULE,
                    module.name(),
                    null,
                    module.location().place(),
                    "The migrations of module " + module.name() + " cannot be listed: " + reason(e) + ".",
                    "Make " + module.location().place()
                            + " a folder that can be read, or correct the location in the module's descriptor."));
        }
    }

    private String reason(IOException e) {
        return module.location()
                .folder()
                .map(each -> FileReason.of(each, e))
                .orElseGet(() -> String.valueOf(e.getMessage()));
    }

    private void addClasses(ClassPackage classes, List<SourceFile> all) {
        JavaFiles files = new JavaFiles(module, classes, problems);
        all.stream()
                .filter(each -> ClassName.isMigration(each.fileName()))
                .flatMap(each -> files.find(each).stream())
                .forEach(each -> add(each.name(), each.file()));
    }

    private void add(FileName name, ScriptFile file) {
        descriptions.put(file, name.description());
        Version version = name.version();
        if (version == null) {
            addRepeatable(name.description(), file);
            return;
        }
        checks.checkLength(version, file);
        boolean up = name.kind() == FileName.Kind.UPGRADE;
        ScriptFile other = switch (name.kind()) {
            case DOWNGRADE -> downgrades.putIfAbsent(version, file);
            case BASELINE -> baselines.putIfAbsent(version, file);
            case BACKFILL -> putBackfill(version, file);
            default -> putUpgrade(version, file);
        };
        if (other != null) {
            problems.add(new Problem(
                    ProblemCode.DUPLICATE_VERSION,
                    module.name(),
                    version.toString(),
                    file.path(),
                    "Two files of module " + module.name() + " have the version " + version + ": " + other.name()
                            + " and " + file.name() + ".",
                    "Give the newer of the two another version: rename " + file.path()
                            + (up ? " and its U file." : ".")));
        }
    }

    /** Migrations and backfills have one space of versions. */
    private @Nullable ScriptFile putUpgrade(Version version, ScriptFile file) {
        ScriptFile other = upgrades.putIfAbsent(version, file);
        return other == null ? backfills.get(version) : other;
    }

    private @Nullable ScriptFile putBackfill(Version version, ScriptFile file) {
        ScriptFile other = backfills.putIfAbsent(version, file);
        return other == null ? upgrades.get(version) : other;
    }

    /** A history tells repeatable migrations apart by their description. */
    private void addRepeatable(String description, ScriptFile file) {
        ScriptFile other = repeatables.putIfAbsent(description, file);
        if (other != null) {
            problems.add(new Problem(
                    ProblemCode.DUPLICATE_VERSION,
                    module.name(),
                    null,
                    file.path(),
                    "Two repeatable migrations of module " + module.name() + " are called '" + description + "': "
                            + other.name() + " and " + file.name() + ".",
                    "Give one of them another name."));
        }
    }

    /** The baselines, oldest first. */
    List<Migration> listBaselines() {
        List<Migration> migrations = new ArrayList<>();
        baselines.forEach((version, file) -> migrations.add(migration(version, file, null)));
        return migrations;
    }

    /** The repeatable migrations, by description. */
    List<Repeatable> listRepeatables(Supplier<Map<String, String>> placeholders) {
        List<Repeatable> list = new ArrayList<>();
        repeatables.forEach(
                (description, file) -> list.add(new Repeatable(module.name(), description, file, placeholders)));
        return list;
    }

    /** The backfills, oldest first. */
    List<Backfill> listBackfills() {
        List<Backfill> list = new ArrayList<>();
        backfills.forEach((version, file) -> list.add(
                new Backfill(new Revision(module.name(), version), descriptions.getOrDefault(file, ""), file)));
        return list;
    }

    /** The versioned migrations, oldest first. */
    List<Migration> listMigrations() {
        List<Migration> migrations = new ArrayList<>();
        upgrades.forEach((version, file) -> migrations.add(migration(version, file, downgrades.get(version))));
        downgrades.forEach((version, file) -> {
            if (!upgrades.containsKey(version)) {
                problems.add(new Problem(
                        ProblemCode.MISSING_UPGRADE,
                        module.name(),
                        version.toString(),
                        file.path(),
                        file.path() + " undoes a migration that is not there: no file V" + version + "__….sql"
                                + (file instanceof JavaFile ? ", and no class V" + version + "__…." : "."),
                        "Add the V file of the same version, or remove " + file.name() + "."));
            }
        });
        return migrations;
    }

    private Migration migration(Version version, ScriptFile up, @Nullable ScriptFile down) {
        return new Migration(new Revision(module.name(), version), descriptions.getOrDefault(up, ""), up, down);
    }

    private ScriptFile script(SourceFile file) {
        return new SqlFile(module.name(), file, byName.get(file.name() + ScriptConf.SUFFIX));
    }
}
