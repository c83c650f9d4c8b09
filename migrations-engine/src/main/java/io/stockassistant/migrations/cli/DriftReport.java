package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.drift.DriftFound;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.replay.SchemaOwners;
import io.stockassistant.migrations.script.SecretMask;
import java.util.Map;
import java.util.Optional;

/** In what a database differs from what its migrations build. */
record DriftReport(DriftFound found, SchemaOwners schemas) implements Report {

    @Override
    public ExitStatus exitStatus() {
        return found.isNone() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    @Override
    public void print(Console console) {
        DifferenceLines.of(found.differences()).forEach(console::line);
        for (Problem each : found.notCompared()) {
            console.line("not compared: " + each.module() + ": " + SecretMask.ofText(each.message()));
            console.line("  help: " + SecretMask.ofText(each.remedy()));
        }
        console.line(summary());
        for (CatalogObject each : found.leftAlone()) {
            console.detail("left alone: " + each + " of "
                    + each.find("owner").or(() -> each.find("role")).orElse("others"));
        }
    }

    private String summary() {
        int count = found.differences().size();
        String differences = count == 0 ? "No drift" : count == 1 ? "1 difference" : count + " differences";
        String others = found.leftAlone().isEmpty()
                ? ""
                : "; " + found.leftAlone().size() + " of other owners left alone (--verbose names them)";
        String ignored = found.ignored() == 0 ? "" : "; " + found.ignored() + " ignored";
        return differences + (found.notCompared().isEmpty() ? "" : " in what was compared") + ignored + others + ".";
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "differences", DifferenceLines.json(found.differences(), schemas),
                "notCompared",
                        found.notCompared().stream()
                                .map(Problems::jsonOfFinding)
                                .toList(),
                "leftAlone", found.leftAlone().stream().map(DriftReport::json).toList(),
                "ignored", found.ignored());
    }

    private static Map<String, Object> json(CatalogObject object) {
        return Json.object(
                "kind", object.kind().word(),
                "object", object.qualified(),
                "owner",
                        Optional.ofNullable(object.find("owner")
                                .or(() -> object.find("role"))
                                .orElse(null)));
    }
}
