package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run that stopped, for people: where, why, what is in the database, what is not, and what to do. */
final class FailureText {

    private static final int MOST_STATEMENT_LINES = 12;
    private static final int MOST_STEPS = 5;

    private final Stopped stopped;

    FailureText(Stopped stopped) {
        this.stopped = stopped;
    }

    void print(Console console, String verb) {
        printCause(console, stopped.failure());
        console.error("  " + verb + RunReport.count(stopped.done().size()) + " before it"
                + (stopped.notReached().isEmpty() ? "." : "; not reached: " + names(stopped.notReached()) + "."));
        printHelp(console, stopped.failure());
        for (Failure each : stopped.alsoFailed()) {
            printCause(console, each);
            printHelp(console, each);
        }
    }

    private static void printHelp(Console console, Failure failure) {
        console.error("  " + console.styled("bold", "help:") + " " + failure.remedy());
    }

    private static void printCause(Console console, Failure failure) {
        String place = failure.step().file().place(failure.line());
        boolean up = failure.step().direction() == Direction.UP;
        String what = (up ? "" : "undoing ") + failure.step().name()
                + (failure.code() == ProblemCode.INTERRUPTED ? ", " : " failed at ") + place + ": ";
        console.printProblem(Problem.of(
                failure.code(), (failure.code() == ProblemCode.BACKFILL_PENDING ? "" : what) + failure.message(), ""));
        printIfKnown(console, "SQLSTATE", failure.sqlState());
        printIfKnown(console, "detail", failure.detail());
        printIfKnown(console, "hint", failure.hint());
        if (failure.statement() != null) {
            failure.statement().lines().limit(MOST_STATEMENT_LINES).forEach(line -> console.error("    | " + line));
        }
        console.error("  " + failure.state());
    }

    private static void printIfKnown(Console console, String name, @Nullable String value) {
        if (value != null) {
            console.error("  " + name + ": " + value);
        }
    }

    private static String names(List<Step> steps) {
        String first = steps.stream().limit(MOST_STEPS).map(Step::name).collect(Collectors.joining(", "));
        return steps.size() > MOST_STEPS ? first + " and " + (steps.size() - MOST_STEPS) + " more" : first;
    }
}
