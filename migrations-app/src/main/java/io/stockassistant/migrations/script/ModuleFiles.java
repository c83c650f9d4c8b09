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

    /** As many as the column of a Flyway history has. */
    private static final int LONGEST_VERSION = 50;

    private static final String EXAMPLE = "20260301120000";

    private final Module module;
    private final Map<String, SourceFile> byName = new HashMap<>();
    private final TreeMap<Version, ScriptFile> upgrades = new TreeMap<>();
    private final TreeMap<Version, ScriptFile> downgrades = new TreeMap<>();
    private final TreeMap<Version, ScriptFile> baselines = new TreeMap<>();
    private final TreeMap<String, ScriptFile> repeatables = new TreeMap<>();
    private final Map<ScriptFile, String> descriptions = new HashMap<>();
    private final List<Problem> problems;

    private ModuleFiles(Module module, List<Problem> problems) {
        this.module = module;
        this.problems = problems;
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
                    undecoded(file);
                } else if (FileName.isSql(file.name())) {
                    FileName.find(file.fileName())
                            .ifPresentOrElse(name -> add(name, script(file)), () -> invalidName(file));
                }
            }
            all.forEach(this::checkConf);
            module.location().findClasses().ifPresent(classes -> addClasses(classes, all));
        } catch (IOException e) {
            problems.add(new Problem(
                    ProblemCode.INVALID_MODULE,
                    module.name(),
                    null,
                    module.location().url(),
                    "The migrations of module " + module.name() + " cannot be listed: " + reason(e) + ".",
                    "Make " + module.location().url()
                            + " a folder that can be read, or correct the location in the module's descriptor."));
        }
    }

    private String reason(IOException e) {
        return module.location()
                .folder()
                .map(each -> FileReason.of(each, e))
                .orElseGet(() -> String.valueOf(e.getMessage()));
    }

    /** What it says would be obeyed nowhere. */
    private void checkConf(SourceFile file) {
        if (!FileName.isSql(file.name().replaceFirst("\\.conf$", ""))
                || !file.name().endsWith(ScriptConf.SUFFIX)) {
            return;
        }
        String script = file.name().substring(0, file.name().length() - ScriptConf.SUFFIX.length());
        if (!byName.containsKey(script)) {
            problems.add(new Problem(
                    ProblemCode.INVALID_FILE_NAME,
                    module.name(),
                    null,
                    file.path(),
                    file.path() + " is about a script, and there is no " + script + ".",
                    "Rename it as its script is called, or remove it."));
        }
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
        if (version.toString().length() > LONGEST_VERSION) {
            problems.add(new Problem(
                    ProblemCode.INVALID_FILE_NAME,
                    module.name(),
                    version.toString(),
                    file.path(),
                    "The version in the name of " + file.path() + " has "
                            + version.toString().length() + " characters, and a history holds " + LONGEST_VERSION + ".",
                    "Rename it: versions are written as times, for example V" + EXAMPLE + "__words.sql."));
        }
        boolean up = name.kind() == FileName.Kind.UPGRADE;
        ScriptFile other = switch (name.kind()) {
            case DOWNGRADE -> downgrades.putIfAbsent(version, file);
            case BASELINE -> baselines.putIfAbsent(version, file);
            default -> upgrades.putIfAbsent(version, file);
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

    private void invalidName(SourceFile file) {
        problems.add(new Problem(
                ProblemCode.INVALID_FILE_NAME,
                module.name(),
                null,
                file.path(),
                "The name of " + file.path() + " is none of a migration.",
                "Rename it to V<version>__words.sql, U<version>__words.sql, R__words.sql or B<version>__words.sql (two underscores), or move"
                        + " it out of the folder."));
    }

    /** Under this name it would go into the history, and be another file's in a process that can read names. */
    private void undecoded(SourceFile file) {
        problems.add(new Problem(
                ProblemCode.INVALID_FILE_NAME,
                module.name(),
                null,
                file.path(),
                "The name of " + file.path() + " has letters that this process cannot read: its locale is not UTF-8.",
                "Set LC_ALL=C.UTF-8 and repeat the command."));
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
