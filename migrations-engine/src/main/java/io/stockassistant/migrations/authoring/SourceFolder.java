package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.nio.file.Path;

/** The folder in which the files of a module are edited. */
final class SourceFolder {

    private SourceFolder() {}

    /** @throws ProblemException {@code invalid-module} if all that is known of the module's files is a jar */
    static Path of(Module module) {
        return module.location()
                .folder()
                .orElseThrow(() -> Problem.inModule(
                                ProblemCode.INVALID_MODULE,
                                module.name(),
                                "The source files of " + module.name() + " are not below this folder: "
                                        + module.location().url() + " is all that is known.",
                                "Run it in the project's root, or name the modules' folder with --modules DIR.")
                        .asException());
    }
}
