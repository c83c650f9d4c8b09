package io.stockassistant.migrations.production;

import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.PlanHash;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.StepContent;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan that somebody has read and that is to be carried out as it was read.
 *
 * @param file where it stands, for messages
 * @param request what the plan was made for
 * @param from the version of each module then; empty text for none
 * @param steps in order
 * @param hash of the plan
 */
public record ApprovedPlan(
        String file,
        Direction direction,
        Request request,
        String systemIdentifier,
        String database,
        Map<String, String> from,
        List<ApprovedStep> steps,
        String hash) {

    /** The words that the plan was made from. */
    public record Request(List<Target> targets, boolean outOfOrder, boolean cascade) {}

    /** A step as it was read. */
    public record ApprovedStep(String module, String name, String script, String direction, StepContent content) {}

    public ApprovedPlan {
        from = new LinkedHashMap<>(from);
        steps = List.copyOf(steps);
    }

    /** The modules that it touches. */
    public Set<String> modules() {
        Set<String> modules = new LinkedHashSet<>();
        steps.forEach(each -> modules.add(each.module()));
        return modules;
    }

    /**
     * Makes the plan again and compares.
     *
     * @param scripts read here what would run
     * @throws io.stockassistant.migrations.problem.ProblemException {@code plan-outdated} if modules, files, values of
     *     placeholders or database have moved since, with what has moved
     */
    public Plan check(Planner planner, Histories histories, Modules modules, Scripts scripts) {
        Plan now = direction == Direction.UP
                ? planner.upgrade(histories, request.targets(), request.outOfOrder())
                : planner.downgrade(histories, request.targets().get(0), request.cascade());
        PlanComparison comparison = new PlanComparison(this, now);
        comparison.compareModules(modules);
        comparison.compareVersions();
        comparison.compareSteps();
        refuse(comparison.moved());
        scripts.read(now);
        comparison.compareContents(scripts::content);
        refuse(comparison.moved());
        if (!PlanHash.of(now, scripts::content).equals(hash)) {
            refuse(List.of("the file itself has been edited"));
        }
        return now;
    }

    /** The same for the database itself. */
    public void checkDatabase(String actualIdentifier, String actualName) {
        if (!systemIdentifier.equals(actualIdentifier) || !database.equals(actualName)) {
            throw outdated(List.of("it was made for the database " + database + " of the cluster " + systemIdentifier
                    + ", and this is " + actualName + " of " + actualIdentifier));
        }
    }

    private void refuse(List<String> moved) {
        if (!moved.isEmpty()) {
            throw outdated(moved);
        }
    }

    private RuntimeException outdated(List<String> moved) {
        return Problem.of(
                        ProblemCode.PLAN_OUTDATED,
                        "The plan in " + file + " is not what would be done now: " + String.join("; ", moved) + ".",
                        "Make it again and have it read: migrations plan "
                                + (direction == Direction.DOWN ? "downgrade " : "") + "-o " + file + " …")
                .asException();
    }
}
