package io.stockassistant.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One row of a planner's table.
 *
 * @param tree files and histories, as {@link Tree} reads them
 * @param command {@code up}, {@code down} or {@code stamp}, targets, {@code --out-of-order}, {@code --cascade}, {@code
 *     --purge}
 * @param expected the steps, what is only recorded behind a plus or minus sign; or {@code !} and the codes of the problems, then, after a colon, words of their messages
 *     with a slash between; or, after a question mark, words of the only warning
 */
record PlanCase(String name, String tree, String command, String expected) {

    static PlanCase row(String name, String tree, String command, String expected) {
        return new PlanCase(name, tree, command, expected);
    }

    void check() {
        boolean refused = expected.startsWith("!");
        String[] parts = expected.split(refused ? ": " : " *\\? *", 2);
        String message;
        try {
            Plan plan = plan();
            assertThat(steps(plan)).as(plan.toString()).isEqualTo(parts[0]);
            assertThat(plan.warnings()).hasSize(parts.length - 1);
            message = String.join("\n", plan.warnings());
        } catch (ProblemException e) {
            message = e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
            assertThat("!"
                            + e.problems().stream()
                                    .map(each -> each.code().word())
                                    .collect(Collectors.joining(" ")))
                    .as(message)
                    .isEqualTo(parts[0]);
        }
        if (parts.length > 1) {
            assertThat(message).contains(parts[1].split(" / ", -1));
        }
    }

    private Plan plan() {
        Tree files = Tree.of(tree);
        Planner planner = new Planner(files.migrations());
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        String verb = words.remove(0);
        if (verb.equals("stamp")) {
            boolean purge = words.remove("--purge");
            return planner.stamp(
                    files.histories(), words.stream().map(Target::parse).toList(), purge);
        }
        boolean up = verb.equals("up");
        boolean outOfOrder = words.remove("--out-of-order");
        boolean cascade = words.remove("--cascade");
        return up
                ? planner.upgrade(
                        files.histories(), words.stream().map(Target::parse).toList(), outOfOrder)
                : planner.downgrade(files.histories(), Target.parse(words.get(0)), cascade);
    }

    private static String steps(Plan plan) {
        return plan.steps().stream().map(each -> sign(each) + each.name()).collect(Collectors.joining(" "));
    }

    private static String sign(Step step) {
        return !step.recorded() ? "" : step.direction() == Direction.UP ? "+" : "-";
    }

    @Override
    public String toString() {
        return name;
    }
}
