package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan, shown. */
record PlanReport(Plan plan, Scripts scripts, DatabaseIdentity database) implements Report {

    @Override
    public void print(Console console) {
        plan.warnings().forEach(console::warn);
        if (plan.isEmpty()) {
            console.line("Nothing to do.");
            return;
        }
        console.table(
                List.of("", "revision", "description", "in a transaction", "why"),
                plan.steps().stream().map(this::row).toList());
        console.line(RunReport.count(plan.steps().size()) + " to " + (isUp() ? "apply." : "undo."));
    }

    private boolean isUp() {
        return plan.direction() == Direction.UP;
    }

    private List<String> row(Step step) {
        return List.of(
                step.direction().word(),
                step.revision().toString(),
                step.migration().description(),
                scripts.of(step).transactional() ? "yes" : "no",
                step.reason());
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> from = new LinkedHashMap<>(plan.from());
        return Json.object(
                "direction",
                plan.isEmpty() ? "none" : plan.direction().word(),
                "database",
                database.json(),
                "from",
                from,
                "steps",
                plan.steps().stream().map(this::json).toList(),
                "warnings",
                plan.warnings(),
                "hash",
                hash());
    }

    private Map<String, Object> json(Step step) {
        return Json.object(
                "module", step.module(),
                "version", step.revision().version().toString(),
                "description", step.migration().description(),
                "direction", step.direction().word(),
                "script", step.file().name(),
                "checksum", step.file().checksum(),
                "reason", step.reason(),
                "transactional", scripts.of(step).transactional());
    }

    /** The same for the same steps with the same contents, from the same state of the same database. */
    private String hash() {
        StringBuilder text = new StringBuilder(database.toString()).append('\n').append(plan.from());
        for (Step step : plan.steps()) {
            text.append('\n')
                    .append(step.direction().word())
                    .append(' ')
                    .append(step.revision())
                    .append(' ')
                    .append(step.file().name())
                    .append(' ')
                    .append(step.file().checksum());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
