package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.lint.Finding;
import io.stockassistant.migrations.lint.LintReport;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.script.SecretMask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What lint found, as the command-line contract has it. */
record LintAnswer(LintReport report, Severity failOn, boolean withEffects) implements Report {

    @Override
    public ExitStatus exitStatus() {
        return report.count(failOn) == 0 ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    @Override
    public void print(Console console) {
        if (withEffects) {
            EffectsText.print(console, report.migrations());
        }
        LintText.lines(report, withEffects || console.isVerbose()).forEach(console::line);
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "findings",
                report.findings().stream().map(LintAnswer::json).toList(),
                "migrations",
                withEffects
                        ? report.migrations().stream()
                                .map(each -> Json.object(
                                        "migration",
                                        each.step().name(),
                                        "direction",
                                        each.step().direction(),
                                        "statements",
                                        each.statements().stream()
                                                .map(one -> {
                                                    Map<String, Object> members = new LinkedHashMap<>();
                                                    members.put(
                                                            "line",
                                                            one.statement().firstLine());
                                                    members.put(
                                                            "statement",
                                                            SecretMask.ofText(one.statement()
                                                                    .body()));
                                                    members.putAll(effects(one));
                                                    return members;
                                                })
                                                .toList()))
                                .toList()
                        : null);
    }

    private static Map<String, Object> json(Finding finding) {
        return Json.object(
                "code", finding.code(),
                "rule", finding.title(),
                "severity", finding.severity(),
                "module", finding.module(),
                "migration", finding.migration(),
                "file", finding.file(),
                "line", finding.line(),
                "column", finding.column(),
                "statement", SecretMask.ofText(finding.statement()),
                "message", SecretMask.ofText(finding.message()),
                "remedy", SecretMask.ofText(finding.remedy()),
                "scale", finding.scale().isEmpty() ? null : finding.scale(),
                "effects", finding.findEffects().map(LintAnswer::effects).orElse(null));
    }

    private static Map<String, Object> effects(StatementEffects effects) {
        return Json.object(
                "locks",
                effects.locks().stream()
                        .map(each -> Json.object("object", each.relation(), "mode", each.mode()))
                        .toList(),
                "rewrites",
                names(effects.rewritten()),
                "scans",
                names(effects.scanned()),
                "builds",
                effects.built().stream().map(each -> each.index().qualified()).toList(),
                "truncates",
                names(effects.truncated()),
                "drops",
                effects.dropped().stream()
                        .filter(each -> each.named() || each.dependent())
                        .map(each -> each.type() + " " + each.identity())
                        .toList());
    }

    private static List<String> names(List<Relation> relations) {
        return relations.stream().map(Relation::qualified).toList();
    }
}
