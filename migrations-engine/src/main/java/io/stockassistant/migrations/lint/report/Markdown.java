package io.stockassistant.migrations.lint.report;

import io.stockassistant.migrations.lint.Finding;
import io.stockassistant.migrations.lint.Severity;
import java.util.List;
import java.util.Locale;

/** A comment for a pull request. */
public final class Markdown {

    private Markdown() {}

    /** @param migrations how many were linted */
    public static String of(List<Finding> findings, int migrations) {
        StringBuilder text = new StringBuilder("### Migrations\n\n");
        long errors = findings.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .count();
        if (findings.isEmpty()) {
            return text.append(migrations == 1 ? "1 migration: " : migrations + " migrations: ")
                    .append("nothing found.\n")
                    .toString();
        }
        text.append(count(errors, "error"))
                .append(" and ")
                .append(count(findings.size() - errors, "other finding"))
                .append(".\n\n| | where | what |\n|---|---|---|\n");
        for (Finding each : findings) {
            text.append("| ")
                    .append(each.severity().toString().toLowerCase(Locale.ROOT))
                    .append(" | `")
                    .append(Uris.path(each.file()).replace("|", "\\|"))
                    .append(':')
                    .append(each.line())
                    .append("` | **")
                    .append(each.code())
                    .append("**: ")
                    .append(cell(each.text()))
                    .append("<br>")
                    .append(cell(each.remedy()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String cell(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("\n", "<br>");
    }
}
