package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.lint.Finding;
import io.stockassistant.migrations.lint.LintReport;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.script.SecretMask;
import java.util.ArrayList;
import java.util.List;

/** What lint found, for people: the place, the statement, what is wrong with it, and what to write instead. */
final class LintText {

    private static final int MOST_LINES = 4;

    private LintText() {}

    /** @param withNotes whether what is only worth knowing is shown, too */
    static List<String> lines(LintReport report, boolean withNotes) {
        List<String> lines = new ArrayList<>();
        report.findings().stream()
                .filter(each -> withNotes || each.severity() != Severity.INFO)
                .forEach(each -> add(each, lines));
        lines.add(summary(report, withNotes));
        return lines;
    }

    private static void add(Finding finding, List<String> lines) {
        lines.add(finding.severity() + " [" + finding.code() + "] " + SecretMask.ofText(finding.text()));
        List<String> statement = SecretMask.ofText(finding.statement()).lines().toList();
        int width = Integer.toString(finding.line() + MOST_LINES).length();
        String margin = " ".repeat(width + 1);
        lines.add(margin + "--> " + finding.file() + ":" + finding.line() + ":" + finding.column());
        if (!finding.statement().isEmpty()) {
            for (int i = 0; i < Math.min(statement.size(), MOST_LINES); i++) {
                String indent = i == 0 ? " ".repeat(finding.column() - 1) : "";
                lines.add((" %" + width + "d | ").formatted(finding.line() + i)
                        + indent
                        + statement.get(i).stripTrailing());
                if (i == 0) {
                    lines.add(margin + " | " + indent
                            + "^"
                                    .repeat(Math.max(
                                            1, statement.get(0).stripTrailing().length())));
                }
            }
            if (statement.size() > MOST_LINES) {
                lines.add(margin + " | ...");
            }
        }
        SecretMask.ofText(finding.remedy()).lines().forEach(each -> lines.add(margin + " " + each));
        lines.add("");
    }

    private static String summary(LintReport report, boolean withNotes) {
        long errors = report.count(Severity.ERROR);
        long warnings = report.count(Severity.WARNING) - errors;
        long notes = report.findings().size() - errors - warnings;
        long migrations = report.migrations().stream()
                .map(each -> each.step().name())
                .distinct()
                .count();
        String found = errors + warnings == 0
                ? "nothing found"
                : count(errors, "error") + " and " + count(warnings, "warning");
        return "Linted " + count(migrations, "migration") + ": " + found
                + (notes == 0 || withNotes ? "" : "; " + count(notes, "note") + " more with --verbose") + ".";
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
