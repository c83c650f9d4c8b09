package io.stockassistant.migrations.problem;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A command cannot go on; every reason that is known is in {@link #problems()}, never only the first. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(Problem problem) {
        this(List.of(problem), null);
    }

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        this(List.of(problem), cause);
    }

    /** @throws IllegalArgumentException if there is no problem to report */
    public ProblemException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("; ")), cause);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem given");
        }
        this.problems = List.copyOf(problems);
    }

    /** Throws when there is at least one problem, with all of them. */
    public static void throwIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The exit status of a command that is stopped by this: that of the first problem. */
    public ExitStatus exitStatus() {
        return problems.get(0).code().exitStatus();
    }
}
