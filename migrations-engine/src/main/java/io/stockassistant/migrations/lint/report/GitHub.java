package io.stockassistant.migrations.lint.report;

import io.stockassistant.migrations.lint.Finding;
import io.stockassistant.migrations.lint.Severity;
import java.util.List;

/** Commands of GitHub's workflows, one a line, which become annotations of a pull request. */
public final class GitHub {

    private GitHub() {}

    public static List<String> lines(List<Finding> findings) {
        return findings.stream().map(GitHub::line).toList();
    }

    private static String line(Finding finding) {
        return "::" + command(finding.severity())
                + " file=" + property(Uris.path(finding.file()))
                + ",line=" + finding.line()
                + ",col=" + finding.column()
                + ",title=" + property(finding.code())
                + "::" + data(finding.text() + "\n" + finding.remedy());
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
