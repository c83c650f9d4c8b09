package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.cli.CommonOptions.Output;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Finding;
import io.stockassistant.migrations.lint.LintReport;
import io.stockassistant.migrations.lint.report.GitHub;
import io.stockassistant.migrations.lint.report.GitLab;
import io.stockassistant.migrations.lint.report.JUnit;
import io.stockassistant.migrations.lint.report.Markdown;
import io.stockassistant.migrations.lint.report.Sarif;
import java.util.List;

/** What lint found, in the forms of other programs. */
final class LintOutput {

    private LintOutput() {}

    static String text(Output output, LintReport report, List<About> rules) {
        List<Finding> findings = report.findings().stream().map(Finding::masked).toList();
        List<String> migrations = report.migrations().stream()
                .map(each -> each.step().name())
                .distinct()
                .toList();
        return switch (output) {
            case SARIF -> Json.foreign(Sarif.of(findings, rules, ProgramVersion.number())) + "\n";
            case GITLAB -> Json.foreign(GitLab.of(findings)) + "\n";
            case GITHUB -> String.join("\n", GitHub.lines(findings)) + (findings.isEmpty() ? "" : "\n");
            case JUNIT -> JUnit.of(findings, migrations);
            case MARKDOWN -> Markdown.of(findings, migrations.size());
            case TEXT, JSON, SQL -> throw new IllegalArgumentException(output.name());
        };
    }
}
