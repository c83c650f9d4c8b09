package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.ApplyReport.DoneStep;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Step;
import java.util.List;
import java.util.Map;

/** What a stamp wrote. */
record StampReport(RunReport run) implements Report {

    @Override
    public void print(Console console) {
        if (run.report() instanceof ApplyReport.NothingToDo) {
            console.line("Nothing to do: the histories say this already.");
            return;
        }
        List<Step> steps = run.report().done().stream().map(DoneStep::step).toList();
        steps.forEach(each ->
                console.line((each.direction() == Direction.UP ? "counts as applied     " : "counts as pending     ")
                        + each.name()));
        console.line("Recorded " + RunReport.count(steps.size()) + "; no script was run.");
    }

    @Override
    public Map<String, Object> json() {
        return run.json();
    }
}
