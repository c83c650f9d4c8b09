package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.plan.Pending;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.production.ApprovedPlan;
import io.stockassistant.migrations.production.ApprovedPlan.ApprovedStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an upgrade would leave the database. */
record PlannedEnd(Workspace workspace, List<Target> targets, Optional<ApprovedPlan> approved) {

    /** Whether that is the head of a module. */
    boolean isHeadOf(String module, Histories histories) {
        Set<String> steps = steps(histories);
        return Pending.list(workspace.migrations(), histories, module).stream()
                .allMatch(each -> steps.contains(each.toString()));
    }

    private Set<String> steps(Histories histories) {
        return approved.map(plan -> plan.steps().stream().map(ApprovedStep::name))
                .orElseGet(() -> workspace.planner().upgrade(histories, targets, false).steps().stream()
                        .map(Step::name))
                .collect(Collectors.toSet());
    }
}
