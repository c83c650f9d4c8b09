package io.stockassistant.migrations.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param module the module that it is in, if it is in one
 * @param version the version of the migration that it is about, if it is about one
 * @param file where to look, as a path that can be opened, with {@code :line} where a line is known
 * @param message what is wrong, in one sentence or a few
 * @param remedy what to do about it: a command to type, or an edit to make
 */
public record Problem(
        ProblemCode code,
        @Nullable String module,
        @Nullable String version,
        @Nullable String file,
        String message,
        String remedy) {

    /** A problem that is in no module. */
    public static Problem of(ProblemCode code, String message, String remedy) {
        return new Problem(code, null, null, null, message, remedy);
    }

    /** A problem of a whole module. */
    public static Problem inModule(ProblemCode code, String module, String message, String remedy) {
        return new Problem(code, module, null, null, message, remedy);
    }

    /** This problem alone, ready to be thrown. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
