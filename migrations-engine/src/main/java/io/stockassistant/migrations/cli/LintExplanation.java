package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.lint.About;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rules are about. */
record LintExplanation(List<About> rules) implements Report {

    @Override
    public void print(Console console) {
        if (rules.size() == 1) {
            About about = rules.get(0);
            console.line(about.code() + " (" + about.severity() + "): " + about.title() + ".");
            console.line("Why:   " + about.reason());
            console.line("Safer: " + about.safer());
            return;
        }
        console.table(
                List.of("rule", "severity", "what it finds"),
                rules.stream()
                        .map(each -> List.of(each.code(), each.severity().toString(), each.title()))
                        .toList());
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "rules",
                rules.stream()
                        .map(each -> {
                            Map<String, Object> rule = new LinkedHashMap<>();
                            rule.put("code", each.code());
                            rule.put("severity", each.severity());
                            rule.put("title", each.title());
                            rule.put("reason", each.reason());
                            rule.put("safer", each.safer());
                            return rule;
                        })
                        .toList());
    }
}
