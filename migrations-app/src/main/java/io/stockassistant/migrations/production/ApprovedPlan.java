package io.stockassistant.migrations.production;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.PlanHash;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
    public record ApprovedStep(String module, String name, String direction, long checksum) {}

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
     * @throws io.stockassistant.migrations.problem.ProblemException {@code plan-outdated} if modules, files or database
     *     have moved since, with what has moved
     */
    public Plan check(Planner planner, Histories histories) {
        Plan now = direction == Direction.UP
                ? planner.upgrade(histories, request.targets(), request.outOfOrder())
                : planner.downgrade(histories, request.targets().get(0), request.cascade());
        List<String> moved = new ArrayList<>();
        compareVersions(now, moved);
        compareSteps(now, moved);
        if (moved.isEmpty() && !PlanHash.of(now).equals(hash)) {
            moved.add("the file itself has been edited");
        }
        if (!moved.isEmpty()) {
            throw outdated(moved);
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

    private void compareVersions(Plan now, List<String> moved) {
        Set<String> modules = new TreeSet<>(from.keySet());
        modules.addAll(now.from().keySet());
        for (String module : modules) {
            if (!now.from().containsKey(module)) {
                moved.add("the module " + module + " is gone");
            } else if (!from.containsKey(module)) {
                moved.add("the module " + module + " is new");
            } else {
                String then = from.getOrDefault(module, "");
                String here = now.from().get(module).map(Version::toString).orElse("");
                if (!then.equals(here)) {
                    moved.add(module + " was at " + base(then) + " and is at " + base(here));
                }
            }
        }
    }

    private void compareSteps(Plan now, List<String> moved) {
        Map<String, ApprovedStep> approved = new LinkedHashMap<>();
        steps.forEach(each -> approved.put(each.name(), each));
        List<String> order = new ArrayList<>();
        for (Step step : now.steps()) {
            order.add(step.name());
            ApprovedStep then = approved.get(step.name());
            if (then == null) {
                moved.add(step.name() + " would run too");
            } else if (then.checksum() != step.checksum()) {
                moved.add(step.file().path() + " has been edited");
            } else if (!then.direction().equals(step.direction().word())) {
                moved.add(step.name() + " would go " + step.direction().word());
            }
        }
        approved.keySet().stream()
                .filter(each -> !order.contains(each))
                .forEach(each -> moved.add(each + " would not run"));
        if (moved.isEmpty() && !order.equals(List.copyOf(approved.keySet()))) {
            moved.add("the steps would run in another order");
        }
    }

    private static String base(String version) {
        return version.isEmpty() ? "its base" : version;
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
