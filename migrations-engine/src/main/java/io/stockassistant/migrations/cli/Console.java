package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.SecretMask;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;

/** Where results and messages go: results to standard output, everything else to standard error. */
final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final Loudness loudness;
    private final Ansi ansi;
    private final Supplier<Optional<Prompt>> prompt;

    /** One that asks nobody. */
    Console(PrintWriter out, PrintWriter err, boolean json, Loudness loudness, boolean color) {
        this(out, err, json, loudness, color, Optional::empty);
    }

    /** @param prompt the terminal, if there is one */
    Console(
            PrintWriter out,
            PrintWriter err,
            boolean json,
            Loudness loudness,
            boolean color,
            Supplier<Optional<Prompt>> prompt) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.loudness = loudness;
        this.prompt = prompt;
        this.ansi = color && !"dumb".equals(System.getenv("TERM")) ? Ansi.AUTO : Ansi.OFF;
    }

    /** Shows a result. */
    int show(Report report) {
        if (json) {
            Json.print(out, report.json());
        } else {
            report.print(this);
        }
        return report.exitStatus().number();
    }

    /** Shows why there is no result. */
    int fail(Exception exception) {
        ProblemException problems = Unexpected.asProblems(exception);
        if (json) {
            Json.print(out, Problems.jsonOfError(problems.problems()));
        }
        problems.problems().forEach(this::printProblem);
        if (problems.problems().get(0).code() == ProblemCode.UNEXPECTED) {
            StringWriter trace = new StringWriter(); // a defect of this program: whoever mends it needs to know where
            exception.printStackTrace(new PrintWriter(trace));
            err.print(SecretMask.ofText(trace.toString()));
        }
        return problems.exitStatus().number();
    }

    /** A line of a result. */
    void line(String text) {
        out.println(text);
    }

    /** A result as it is, to the last byte. */
    void text(String text) {
        out.print(text);
        out.flush();
    }

    /** A table of a result. */
    void table(List<String> header, List<List<String>> rows) {
        TextTable.lines(header, rows).forEach(out::println);
    }

    /** A line that belongs to an error. */
    void error(String text) {
        err.println(text);
    }

    /** A remark about what is going on. */
    void note(String text) {
        if (loudness != Loudness.QUIET) {
            out.flush(); // what it is a remark about stands before it, where both go to one place
            err.println(text);
        }
    }

    /** A remark for somebody who wants to see every step. */
    void detail(String text) {
        if (loudness == Loudness.VERBOSE) {
            err.println(text);
        }
    }

    boolean isVerbose() {
        return loudness == Loudness.VERBOSE;
    }

    /** Something allowed that deserves a look. */
    void warn(String text) {
        err.println(ansi.string("@|yellow warning:|@ ") + text);
    }

    /** The same, where it is no more than a remark. */
    void remark(String text) {
        if (loudness != Loudness.QUIET) {
            warn(text);
        }
    }

    /** Words of the user may be among its own, and a password among those. */
    void printProblem(Problem problem) {
        out.flush();
        err.println(ansi.string("@|bold,red error:|@ ") + problem.code().word() + ": "
                + SecretMask.ofText(problem.message()));
        if (!problem.remedy().isEmpty()) {
            err.println("  " + ansi.string("@|bold help:|@ ") + SecretMask.ofText(problem.remedy()));
        }
    }

    /** A text in a style of picocli's markup, on a terminal that shows colours. */
    String styled(String style, String text) {
        return ansi.enabled() ? ansi.string("@|" + style + " " + "X|@").replace("X", text) : text;
    }

    boolean isJson() {
        return json;
    }

    /** Whether a person watches: progress may move, and questions may be asked. */
    boolean isInteractive() {
        return !json && loudness != Loudness.QUIET && prompt.get().isPresent();
    }

    /**
     * Asks; true for y or yes.
     *
     * @throws ProblemException {@code interrupted}, when somebody ends it instead
     */
    boolean confirm(String question) {
        out.flush();
        err.flush();
        try {
            return prompt.get()
                    .flatMap(terminal -> terminal.ask(question + " [y/N] "))
                    .filter(answer ->
                            List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT)))
                    .isPresent();
        } catch (ProblemException e) {
            err.println(); // the cursor stands behind the question
            throw e;
        }
    }
}
