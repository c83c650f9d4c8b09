package io.stockassistant.migrations.production;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.plan.StepContent;
import io.stockassistant.migrations.production.ApprovedPlan.ApprovedStep;
import io.stockassistant.migrations.script.TextDigest;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds what has moved between a plan that was approved and the one that would be carried out. */
final class PlanComparison {

    private final ApprovedPlan approved;
    private final Plan now;
    private final Map<String, ApprovedStep> steps = new LinkedHashMap<>();
    private final Set<String> moved = new LinkedHashSet<>();

    PlanComparison(ApprovedPlan approved, Plan now) {
        this.approved = approved;
        this.now = now;
        approved.steps().forEach(each -> steps.put(each.name(), each));
    }

    /** In words; none when nothing has. */
    List<String> moved() {
        return List.copyOf(moved);
    }

    void compareVersions() {
        Set<String> modules = new TreeSet<>(approved.from().keySet());
        modules.addAll(now.from().keySet());
        for (String module : modules) {
            if (!now.from().containsKey(module)) {
                moved.add("the module " + module + " is gone");
            } else if (!approved.from().containsKey(module)) {
                moved.add("the module " + module + " is new");
            } else {
                String then = approved.from().getOrDefault(module, "");
                String here = now.from().get(module).map(Version::toString).orElse("");
                if (!then.equals(here)) {
                    moved.add(module + " was at " + base(then) + " and is at " + base(here));
                }
            }
        }
    }

    /** Where the steps of each module would run. */
    void compareModules(Modules modules) {
        Map<String, StepContent> byModules = new LinkedHashMap<>();
        approved.steps().forEach(each -> byModules.put(each.module(), each.content()));
        for (Module module : modules.list()) {
            StepContent then = byModules.get(module.name());
            if (then != null) {
                compare("the schema of " + module.name(), then.schema(), module.schema());
                compare(
                        "the history table of " + module.name(),
                        then.history(),
                        module.history().toString());
            }
        }
    }

    /** Which files would run, and in which order. */
    void compareSteps() {
        List<String> order = new ArrayList<>();
        for (Step step : now.steps()) {
            order.add(step.name());
            ApprovedStep then = steps.get(step.name());
            if (then == null) {
                moved.add(step.name() + " would run too");
            } else if (!then.direction().equals(step.direction().word())) {
                moved.add(step.name() + " would go " + step.direction().word());
            } else if (!then.script().equals(step.file().name())) {
                moved.add(step.name() + " was " + then.script() + ", and is "
                        + step.file().name());
            } else if (!then.content().script().equals(TextDigest.of(step.file()))) {
                moved.add(step.file().path() + " has been edited");
            }
        }
        steps.keySet().stream()
                .filter(each -> !order.contains(each))
                .forEach(each -> moved.add(each + " would not run"));
        if (moved.isEmpty() && !order.equals(List.copyOf(steps.keySet()))) {
            moved.add("the steps would run in another order");
        }
    }

    /** How they would run. To be asked when the steps are the same. */
    void compareContents(Function<Step, StepContent> contents) {
        for (Step step : now.steps()) {
            ApprovedStep then = steps.get(step.name());
            if (then != null) {
                StepContent here = contents.apply(step);
                compare("the transaction of " + step.name(), transaction(then.content()), transaction(here));
                if (!then.content().text().equals(here.text())) {
                    moved.add("placeholders in " + step.file().path() + " have other values");
                }
            }
        }
    }

    private void compare(String what, String then, String here) {
        if (!then.equals(here)) {
            moved.add(what + " was " + then + " and is " + here);
        }
    }

    private static String transaction(StepContent content) {
        return content.transactional() ? "its own" : "none";
    }

    private static String base(String version) {
        return version.isEmpty() ? "its base" : version;
    }
}
