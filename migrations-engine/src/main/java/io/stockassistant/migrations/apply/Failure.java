package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a step did not end.
 *
 * @param code {@code failed-migration}, {@code interrupted}, {@code lock-timeout}, {@code lock-lost}, {@code
 *     connection-lost} or {@code backfill-pending}
 * @param line the line in the step's file, when the failure belongs to one
 * @param statement the text of the statement that failed, when the failure belongs to one
 * @param sqlState the server's five-character code, when it sent one
 * @param detail what the server adds to its message
 * @param hint the server's advice
 * @param state what became of the step's changes
 * @param remedy what to do now
 */
public record Failure(
        Step step,
        ProblemCode code,
        @Nullable Integer line,
        @Nullable String statement,
        @Nullable String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        String state,
        String remedy) {

    /** Why a step did not begin. */
    public static Failure beforeStep(Step step, ProblemCode code, String message, String remedy) {
        return new Failure(
                step, code, null, null, null, message, null, null, "Nothing of it is in the database.", remedy);
    }

    /** The same, with other advice. */
    public Failure withRemedy(String advice) {
        return new Failure(step, code, line, statement, sqlState, message, detail, hint, state, advice);
    }

    /** The same, with one more sentence of detail. */
    Failure withDetail(String sentence) {
        String all = detail == null ? sentence : detail + " " + sentence;
        return new Failure(step, code, line, statement, sqlState, message, all, hint, state, remedy);
    }
}
