package io.stockassistant.migrations.script;

import io.stockassistant.migrations.flyway.JavaClass;
import io.stockassistant.migrations.flyway.JavaCode;
import io.stockassistant.migrations.flyway.UnusableClassException;
import io.stockassistant.migrations.module.ClassPackage;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** Loads the classes of a module that have the name of a migration. */
final class JavaFiles {

    private final Module module;
    private final ClassPackage classes;
    private final List<Problem> problems;

    JavaFiles(Module module, ClassPackage classes, List<Problem> problems) {
        this.module = module;
        this.classes = classes;
        this.problems = problems;
    }

    /** A class, and what Flyway would read in the name of its file. */
    record Found(FileName name, ScriptFile file) {}

    /**
     * Loads a class; its version and description are what it says.
     *
     * @return empty when it is nothing to carry out, or there was something wrong with it
     */
    Optional<Found> find(SourceFile source) {
        String simple = source.fileName().substring(0, source.fileName().length() - SourceFile.CLASS.length());
        FileName name = FileName.find(simple + FileName.SUFFIX).orElseThrow();
        try {
            if (name.kind() == FileName.Kind.BASELINE) {
                problems.add(problem(
                        source,
                        "has the name of a baseline, and baselines in Java are not carried out",
                        "Write it in SQL; 'migrations squash " + module.name() + "' does."));
                return Optional.empty();
            }
            if (name.kind() == FileName.Kind.BACKFILL) {
                return JavaClass.findBackfill(qualified(source), classes.loader())
                        .map(each -> new Found(name, new BackfillClass(module.name(), source, each)));
            }
            boolean undo = name.kind() == FileName.Kind.DOWNGRADE;
            String qualified = qualified(source);
            Optional<JavaCode> code = undo
                    ? JavaClass.findUndo(qualified, classes.loader())
                    : JavaClass.findUpgrade(qualified, classes.loader());
            return code.flatMap(each -> found(source, undo ? Optional.of(name) : nameOf(source, each), each));
        } catch (UnusableClassException e) {
            problems.add(problem(source, String.valueOf(e.getMessage()), e.remedy()));
            return Optional.empty();
        }
    }

    private Optional<Found> found(SourceFile source, Optional<FileName> name, JavaCode code) {
        return name.map(each -> new Found(each, new JavaFile(module.name(), source, code)));
    }

    private Optional<FileName> nameOf(SourceFile source, JavaCode code) {
        if (code.version() == null) {
            return Optional.of(new FileName(FileName.Kind.REPEATABLE, null, code.description()));
        }
        Optional<Version> version = Version.find(code.version());
        if (version.isEmpty()) {
            problems.add(problem(source, "has the version '" + code.version() + "', which is none", "Correct it."));
        }
        return version.map(each -> new FileName(FileName.Kind.UPGRADE, each, code.description()));
    }

    /** A folder below the module's is a package below its package. */
    private String qualified(SourceFile source) {
        String path = source.name().substring(0, source.name().length() - SourceFile.CLASS.length());
        return classes.qualified(path.replace('/', '.'));
    }

    private Problem problem(SourceFile source, String what, String remedy) {
        String name = qualified(source);
        return new Problem(
                ProblemCode.INVALID_CLASS,
                module.name(),
                null,
                source.path(),
                "The class " + name + " (" + source.path() + ") " + what + ".",
                remedy);
    }
}
