package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.autogenerate.ModelCheck;
import io.stockassistant.migrations.autogenerate.ModuleDifferences;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.replay.SchemaOwners;
import java.util.List;
import java.util.Map;

/** In what models and migrations differ. */
record CheckReport(ModelCheck check, SchemaOwners schemas) implements Report {

    private List<Difference> differences() {
        return check.modules().stream()
                .flatMap(each -> each.differences().stream())
                .toList();
    }

    @Override
    public ExitStatus exitStatus() {
        return differences().isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    @Override
    public void print(Console console) {
        check.remarks().forEach(console::remark);
        for (ModuleDifferences each : check.modules()) {
            int count = each.differences().size();
            DifferenceLines.ofModels(each.differences()).forEach(console::line);
            console.line(each.module() + ": "
                    + (count == 0
                            ? "migrations build what the models ask for."
                            : (count == 1 ? "1 difference" : count + " differences")
                                    + " between models and migrations."));
            if (count > 0) {
                console.note(
                        "  Write the migration: migrations revision -m " + each.module() + " --autogenerate \"...\"");
            }
        }
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "modules",
                        check.modules().stream().map(ModuleDifferences::module).toList(),
                "differences", DifferenceLines.json(differences(), schemas),
                "remarks", check.remarks());
    }
}
