package io.stockassistant.migrations.lint.report;

import io.stockassistant.migrations.lint.Finding;
import io.stockassistant.migrations.lint.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The artifact {@code codequality} of GitLab: documentation of GitLab, "Code Quality report format". */
public final class GitLab {

    private GitLab() {}

    public static List<Object> of(List<Finding> findings) {
        return findings.stream().<Object>map(GitLab::issue).toList();
    }

    private static Map<String, Object> issue(Finding finding) {
        Map<String, Object> issue = new LinkedHashMap<>();
        issue.put("description", finding.text() + " " + finding.remedy());
        issue.put("check_name", finding.code());
        issue.put("fingerprint", Fingerprint.of(finding));
        issue.put("severity", severity(finding.severity()));
        issue.put("location", Map.of("path", Uris.path(finding.file()), "lines", Map.of("begin", finding.line())));
        return issue;
    }

    /** Without one of its words GitLab drops the finding. */
    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case INFO -> "info";
        };
    }
}
