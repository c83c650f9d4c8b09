package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.replay.SchemaOwners;
import io.stockassistant.migrations.script.SecretMask;
import io.stockassistant.migrations.verify.Finding;
import io.stockassistant.migrations.verify.Loss;
import io.stockassistant.migrations.verify.Skipped;
import io.stockassistant.migrations.verify.Verified;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was proven of migrations. */
record VerifyReport(Verified verified, SchemaOwners schemas) implements Report {

    @Override
    public ExitStatus exitStatus() {
        return verified.findings().isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    @Override
    public void print(Console console) {
        verified.proved().forEach(each -> console.line("  up, down, up  " + each));
        verified.skipped()
                .forEach(each -> console.line(
                        each.wentUp()
                                ? "  up only       " + each.module() + "@" + each.version() + ": "
                                        + SecretMask.ofText(each.reason())
                                : "  not reached   " + each.module() + "@" + each.version()));
        verified.replays().forEach(each -> console.line("  " + each));
        verified.losses().forEach(each -> console.line("  lost          " + line(each)));
        verified.leftEmpty()
                .forEach((table, reason) ->
                        console.line("  no row        in " + table + ": " + SecretMask.ofText(reason)));
        for (Finding each : verified.findings()) {
            console.printProblem(each.problem());
            DifferenceLines.of(each.differences()).forEach(console::error);
        }
        int proved = verified.proved().size();
        int findings = verified.findings().size();
        console.line("Proved " + proved + (proved == 1 ? " migration" : " migrations") + ", "
                + (findings == 0 ? "nothing found" : findings == 1 ? "1 finding" : findings + " findings") + ".");
    }

    private static String line(Loss loss) {
        String what = loss.example() == null ? "row" : "value";
        return loss.revision() + (loss.byUndo() ? " down: " : " up: ") + loss.values() + " " + what
                + (loss.values() == 1 ? " of " : "s of ") + loss.object()
                + (loss.example() == null ? "" : ", for example " + SecretMask.ofText(loss.example()));
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "proved",
                verified.proved().stream()
                        .map(each -> Json.object("module", each.module(), "version", each.version()))
                        .toList(),
                "skipped",
                verified.skipped().stream().map(VerifyReport::json).toList(),
                "replays",
                verified.replays(),
                "findings",
                verified.findings().stream().map(this::json).toList(),
                "lost",
                verified.losses().stream().map(VerifyReport::json).toList(),
                "leftEmpty",
                List.copyOf(verified.leftEmpty().keySet()));
    }

    private static Map<String, Object> json(Skipped skipped) {
        return Json.object(
                "module", skipped.module(),
                "version", skipped.version(),
                "reason", SecretMask.ofText(skipped.reason()));
    }

    private static Map<String, Object> json(Loss loss) {
        return Json.object(
                "module", loss.revision().module(),
                "version", loss.revision().version(),
                "direction", loss.byUndo() ? "down" : "up",
                "object", loss.object(),
                "values", loss.values(),
                "example", loss.example() == null ? null : SecretMask.ofText(loss.example()));
    }

    private Map<String, Object> json(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>(Problems.jsonOfFinding(finding.problem()));
        members.put("differences", DifferenceLines.json(finding.differences(), schemas));
        return members;
    }
}
