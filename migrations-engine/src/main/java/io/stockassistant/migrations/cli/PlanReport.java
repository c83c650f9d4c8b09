package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.PlanHash;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.plan.StepContent;
import io.stockassistant.migrations.production.AtStake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan, shown. */
record PlanReport(
        Plan plan,
        Scripts scripts,
        DatabaseIdentity database,
        List<AtStake> losses,
        List<BackfillInPlan> backfills,
        Map<String, Object> request)
        implements Report {

    @Override
    public void print(Console console) {
        warnings().forEach(console::warn);
        if (plan.isEmpty() && backfills.isEmpty()) {
            console.line("Nothing to do.");
            return;
        }
        console.table(List.of("", "revision", "description", "in a transaction", "why"), rows());
        console.line(RunReport.count(plan.steps().size()) + " to " + (isUp() ? "apply." : "undo."));
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(plan.warnings());
        warnings.addAll(AtStake.sentences(losses));
        backfills.forEach(each -> each.findWarning().ifPresent(warnings::add));
        return warnings;
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Step step : plan.steps()) {
            backfills.stream().filter(each -> each.isBefore(step)).forEach(each -> rows.add(each.row()));
            rows.add(row(step));
        }
        backfills.stream().filter(each -> each.planned().findBefore().isEmpty()).forEach(each -> rows.add(each.row()));
        return rows;
    }

    private boolean isUp() {
        return plan.direction() == Direction.UP;
    }

    private List<String> row(Step step) {
        return List.of(
                step.direction().word(),
                step.name(),
                step.change().description(),
                scripts.of(step).transactional() ? "yes" : "no",
                step.reason());
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> from = new LinkedHashMap<>(plan.from());
        return Json.object(
                "direction",
                plan.isEmpty() ? "none" : plan.direction().word(),
                "database",
                database.json(),
                "from",
                from,
                "steps",
                plan.steps().stream().map(this::json).toList(),
                "backfills",
                backfills.isEmpty()
                        ? null
                        : backfills.stream().map(BackfillInPlan::json).toList(),
                "warnings",
                warnings(),
                "request",
                request,
                "hash",
                PlanHash.of(plan, scripts::content));
    }

    private Map<String, Object> json(Step step) {
        StepContent content = scripts.content(step);
        return Json.object(
                "module", step.module(),
                "version", step.findVersion(),
                "description", step.change().description(),
                "direction", step.direction().word(),
                "script", step.file().name(),
                "checksum", step.findChecksum(),
                "reason", step.reason(),
                "transactional", content.transactional(),
                "schema", content.schema(),
                "history", content.history(),
                "scriptDigest", content.script(),
                "textDigest", content.text());
    }
}
