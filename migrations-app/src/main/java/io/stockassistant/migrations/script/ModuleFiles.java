package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the file names of a module's location; the files themselves stay closed. */
final class ModuleFiles {

    private final Module module;
    private final Map<String, SourceFile> byName = new HashMap<>();
    private final TreeMap<Version, SourceFile> upgrades = new TreeMap<>();
    private final TreeMap<Version, SourceFile> downgrades = new TreeMap<>();
    private final Map<Version, String> descriptions = new HashMap<>();
    private final List<Problem> problems;
    private final List<String> repeatables;

    private ModuleFiles(Module module, List<Problem> problems, List<String> repeatables) {
        this.module = module;
        this.problems = problems;
        this.repeatables = repeatables;
    }

    /** The module's migrations by version; what is wrong with the names is added to the problems, R files to the others. */
    static List<Migration> list(Module module, List<Problem> problems, List<String> repeatables) {
        ModuleFiles files = new ModuleFiles(module, problems, repeatables);
        files.read();
        return files.pair();
    }

    private void read() {
        try {
            List<SourceFile> all = new ArrayList<>(module.location().list());
            all.sort(Comparator.comparing(SourceFile::name));
            for (SourceFile file : all) {
                byName.put(file.name(), file);
                if (FileName.isSql(file.name())) {
                    FileName.find(file.name()).ifPresentOrElse(name -> add(name, file), () -> invalidName(file));
                }
            }
        } catch (IOException e) {
            problems.add(new Problem(
                    ProblemCode.INVALID_MODULE,
                    module.name(),
                    null,
                    module.location().url(),
                    "The migrations of module " + module.name() + " cannot be listed: " + e.getMessage() + ".",
                    "Create " + module.location().url() + ", or correct the location in the module's descriptor."));
        }
    }

    private void add(FileName name, SourceFile file) {
        Version version = name.version();
        if (version == null) {
            repeatables.add(file.path());
            return;
        }
        boolean up = name.kind() == FileName.Kind.UPGRADE;
        SourceFile other = (up ? upgrades : downgrades).putIfAbsent(version, file);
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
        } else if (up) {
            descriptions.put(version, name.description());
        }
    }

    private void invalidName(SourceFile file) {
        problems.add(new Problem(
                ProblemCode.INVALID_FILE_NAME,
                module.name(),
                null,
                file.path(),
                "The name of " + file.path() + " is none of a migration.",
                "Rename it to V<version>__words.sql, U<version>__words.sql or R__words.sql (two underscores), or move"
                        + " it out of the folder."));
    }

    private List<Migration> pair() {
        List<Migration> migrations = new ArrayList<>();
        upgrades.forEach((version, file) -> migrations.add(new Migration(
                new Revision(module.name(), version),
                descriptions.getOrDefault(version, ""),
                script(file),
                downgrades.containsKey(version) ? script(downgrades.get(version)) : null)));
        downgrades.forEach((version, file) -> {
            if (!upgrades.containsKey(version)) {
                problems.add(new Problem(
                        ProblemCode.MISSING_UPGRADE,
                        module.name(),
                        version.toString(),
                        file.path(),
                        file.path() + " undoes a migration that is not there: no file V" + version + "__….sql.",
                        "Add the V file of the same version, or remove " + file.name() + "."));
            }
        });
        return migrations;
    }

    private ScriptFile script(SourceFile file) {
        return new ScriptFile(module.name(), file, byName.get(file.name() + ScriptConf.SUFFIX));
    }
}
