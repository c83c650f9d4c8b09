package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.List;
import java.util.Set;

/** What can be wrong with the name of a file in a module's location. */
final class NameChecks {

    /** As many as the column of a Flyway history has. */
    private static final int LONGEST_VERSION = 50;

    private static final String EXAMPLE = "20260301120000";

    private final Module module;
    private final List<Problem> problems;

    NameChecks(Module module, List<Problem> problems) {
        this.module = module;
        this.problems = problems;
    }

    /** What it says would be obeyed nowhere. */
    void checkConf(SourceFile file, Set<String> names) {
        if (!file.name().endsWith(ScriptConf.SUFFIX)) {
            return;
        }
        String script = file.name().substring(0, file.name().length() - ScriptConf.SUFFIX.length());
        if (FileName.isSql(script) && !names.contains(script)) {
            problems.add(new Problem(
                    ProblemCode.INVALID_FILE_NAME,
                    module.name(),
                    null,
                    file.path(),
                    file.path() + " is about a script, and there is no " + script + ".",
                    "Rename it as its script is called, or remove it."));
        }
    }

    void invalid(SourceFile file) {
        problems.add(new Problem(
                ProblemCode.INVALID_FILE_NAME,
                module.name(),
                null,
                file.path(),
                "The name of " + file.path() + " is none of a migration.",
                "Rename it to V<version>__words.sql, U<version>__words.sql, R__words.sql, B<version>__words.sql or"
                        + " D<version>__words.sql (two underscores), or move it out of the folder."));
    }

    /** Under this name it would go into the history, and be another file's in a process that can read names. */
    void undecoded(SourceFile file) {
        problems.add(new Problem(
                ProblemCode.INVALID_FILE_NAME,
                module.name(),
                null,
                file.path(),
                "The name of " + file.path() + " has letters that this process cannot read: its locale is not UTF-8.",
                "Set LC_ALL=C.UTF-8 and repeat the command."));
    }

    /** @param file of this version */
    void checkLength(Version version, ScriptFile file) {
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
    }
}
