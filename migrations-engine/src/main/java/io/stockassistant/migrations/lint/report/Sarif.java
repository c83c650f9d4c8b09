package io.stockassistant.migrations.lint.report;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Finding;
import io.stockassistant.migrations.lint.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SARIF 2.1.0, the form of the OASIS standard that GitHub's code scanning reads. */
public final class Sarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private Sarif() {}

    /** @param rules all that were asked, whether they found something or not */
    public static Map<String, Object> of(List<Finding> findings, List<About> rules, String version) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "migrations");
        driver.put("version", version);
        driver.put("rules", rules.stream().map(Sarif::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", findings.stream().map(Sarif::result).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private static Map<String, Object> rule(About about) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", about.code());
        rule.put("shortDescription", text(about.title()));
        rule.put("fullDescription", text(about.reason()));
        rule.put("help", text(about.reason() + " Safer: " + about.safer()));
        rule.put("defaultConfiguration", Map.of("level", level(about.severity())));
        return rule;
    }

    private static Map<String, Object> result(Finding finding) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", finding.line());
        region.put("startColumn", finding.column());
        if (!finding.statement().isEmpty()) {
            region.put("snippet", text(finding.statement()));
        }
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", Map.of("uri", Uris.of(finding.file())));
        place.put("region", region);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.code());
        result.put("level", level(finding.severity()));
        result.put("message", text(finding.text() + " " + finding.remedy()));
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        result.put("partialFingerprints", Map.of("migrations/v1", Fingerprint.of(finding)));
        return result;
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
