package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.script.TextDigest;
import java.util.function.Function;

/** A short name for what a plan does. */
public final class PlanHash {

    private PlanHash() {}

    /**
     * SHA-256 in hexadecimal: the same for the same steps with the same contents, from the same versions.
     *
     * @param contents what each step of the plan does
     */
    public static String of(Plan plan, Function<Step, StepContent> contents) {
        StringBuilder text = new StringBuilder(plan.from().toString());
        for (Step step : plan.steps()) {
            text.append('\n')
                    .append(step.recorded() ? "record " : "")
                    .append(step.direction().word())
                    .append(' ')
                    .append(step.name())
                    .append(' ')
                    .append(step.file().name())
                    .append(' ');
            append(text, contents.apply(step));
        }
        return TextDigest.of(text.toString());
    }

    private static void append(StringBuilder text, StepContent content) {
        text.append(content.schema())
                .append(' ')
                .append(content.history())
                .append(content.transactional() ? " transactional " : " ")
                .append(content.script())
                .append(' ')
                .append(content.text());
    }
}
