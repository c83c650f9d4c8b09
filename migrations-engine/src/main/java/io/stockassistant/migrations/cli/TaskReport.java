package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.script.SecretMask;
import io.stockassistant.shared.migration.InitOutcome;
import io.stockassistant.shared.migration.InitTask;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of one task of {@code init}. */
sealed interface TaskReport {

    InitTask task();

    /** The word for programs. */
    String outcome();

    void print(Console console);

    /** What this kind of report has to say beyond the names. */
    Map<String, Object> details();

    default ExitStatus exitStatus() {
        return ExitStatus.DONE;
    }

    default Map<String, Object> json() {
        Map<String, Object> members =
                Json.object("module", task().module(), "task", task().name(), "outcome", outcome());
        members.putAll(details());
        return members;
    }

    /** Done now, or found as it was. */
    record Done(InitTask task, InitOutcome result) implements TaskReport {

        @Override
        public String outcome() {
            return result.changed() ? "done" : "nothing-to-do";
        }

        @Override
        public void print(Console console) {
            result.lines().forEach(line -> console.line(SecretMask.ofText(line)));
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> values = new LinkedHashMap<>();
            result.values().forEach((name, value) -> values.put(name, masked(value)));
            return Json.object("values", values);
        }

        private static @Nullable Object masked(Object value) {
            return value instanceof String text ? SecretMask.ofText(text) : value;
        }
    }

    /** Not tried. */
    record LeftOut(InitTask task, String because) implements TaskReport {

        @Override
        public String outcome() {
            return "left-out";
        }

        @Override
        public void print(Console console) {
            console.line("Left out the " + task.name().replace('-', ' ') + " of " + task.module() + ": " + because);
        }

        @Override
        public Map<String, Object> details() {
            return Json.object("reason", because);
        }
    }

    /** Tried, and rolled back. */
    record Failed(InitTask task, Problem problem) implements TaskReport {

        @Override
        public String outcome() {
            return "failed";
        }

        @Override
        public void print(Console console) {
            console.printProblem(problem);
        }

        @Override
        public Map<String, Object> details() {
            return Json.object("error", Problems.json(problem));
        }

        @Override
        public ExitStatus exitStatus() {
            return problem.code().exitStatus();
        }
    }
}
