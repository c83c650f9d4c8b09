package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what the server prints whole, and what belongs to it: routines, views, triggers, rules, policies. */
final class ActionSql {

    private final Catalog catalog;

    ActionSql(Catalog catalog) {
        this.catalog = catalog;
    }

    static List<String> routine(CatalogObject routine) {
        String word = routine.kind().word().toUpperCase(Locale.ROOT);
        String name = routine.kind() == Kind.AGGREGATE && routine.name().endsWith("()")
                ? routine.qualified().replace("()", "(*)")
                : routine.qualified();
        String definition = routine.get("definition").strip();
        List<String> statements = new ArrayList<>();
        // The server prints OR REPLACE, which a baseline must not do to somebody else's.
        statements.add(definition
                .replaceFirst("^CREATE OR REPLACE ", "CREATE ")
                .replaceFirst("^(CREATE AGGREGATE [^(]*)\\(\\) ", "$1(*) "));
        statements.addAll(Rights.of(
                routine,
                word + " " + name,
                (routine.kind() == Kind.AGGREGATE ? "FUNCTION" : word) + " " + routine.qualified()));
        return statements;
    }

    List<String> view(CatalogObject view) {
        boolean materialized = view.kind() == Kind.MATERIALIZED_VIEW;
        String word = materialized ? "MATERIALIZED VIEW" : "VIEW";
        StringBuilder text = new StringBuilder("CREATE " + word + " " + view.qualified());
        view.find("access method").ifPresent(each -> text.append(" USING ").append(each));
        view.find("options")
                .ifPresent(each -> text.append(" WITH (").append(each).append(')'));
        view.find("tablespace").ifPresent(each -> text.append(" TABLESPACE ").append(each));
        text.append(" AS\n").append(view.get("definition").strip().replaceFirst(";$", ""));
        text.append(materialized && view.has("unpopulated") ? "\n  WITH NO DATA" : "");
        List<String> statements = new ArrayList<>(List.of(text.toString()));
        statements.addAll(Rights.of(view, word + " " + view.qualified(), view.qualified()));
        for (CatalogObject column : catalog.columns(view.qualified())) {
            String alter = "ALTER " + word + " " + view.qualified() + " ALTER COLUMN " + column.name();
            column.find("default").ifPresent(each -> statements.add(alter + " SET DEFAULT " + each));
            if (materialized) {
                column.find("statistics").ifPresent(each -> statements.add(alter + " SET STATISTICS " + each));
                column.find("storage").ifPresent(each -> statements.add(alter + " SET STORAGE " + each));
            }
            statements.addAll(Rights.grantsOfColumn(column));
            statements.addAll(Rights.comment(column, "COLUMN " + column.qualified()));
        }
        return statements;
    }

    static List<String> statistics(CatalogObject statistics) {
        List<String> statements = new ArrayList<>(List.of(statistics.get("definition")));
        statistics
                .find("target")
                .ifPresent(each ->
                        statements.add("ALTER STATISTICS " + statistics.qualified() + " SET STATISTICS " + each));
        statements.addAll(Rights.of(statistics, "STATISTICS"));
        return statements;
    }

    static List<String> trigger(CatalogObject trigger) {
        List<String> statements = new ArrayList<>();
        if (!trigger.has("copy")) {
            statements.add(trigger.get("definition"));
        }
        statements.addAll(enabled(trigger, "TRIGGER"));
        statements.addAll(Rights.comment(trigger, "TRIGGER " + trigger.name() + " ON " + trigger.parent()));
        return statements;
    }

    static List<String> rule(CatalogObject rule) {
        List<String> statements = new ArrayList<>();
        statements.add(rule.get("definition").strip().replaceFirst(";$", ""));
        statements.addAll(enabled(rule, "RULE"));
        statements.addAll(Rights.comment(rule, "RULE " + rule.name() + " ON " + rule.parent()));
        return statements;
    }

    private static List<String> enabled(CatalogObject action, String word) {
        return action
                .find("enabled")
                .or(() -> Optional.of("yes").filter(how -> action.has("copy")))
                .map(how -> "ALTER TABLE " + action.parent()
                        + switch (how) {
                            case "no" -> " DISABLE ";
                            case "yes" -> " ENABLE ";
                            case "replica" -> " ENABLE REPLICA ";
                            default -> " ENABLE ALWAYS ";
                        }
                        + word + " " + action.name())
                .stream()
                .toList();
    }

    static List<String> policy(CatalogObject policy) {
        StringBuilder text = new StringBuilder("CREATE POLICY " + policy.name() + " ON " + policy.parent())
                .append(" AS ")
                .append(policy.get("manner"))
                .append(" FOR ")
                .append(policy.get("command"))
                .append(" TO ")
                .append(policy.get("roles"));
        policy.find("using")
                .ifPresent(each -> text.append(" USING (").append(each).append(')'));
        policy.find("with check")
                .ifPresent(each -> text.append(" WITH CHECK (").append(each).append(')'));
        List<String> statements = new ArrayList<>(List.of(text.toString()));
        statements.addAll(Rights.comment(policy, "POLICY " + policy.name() + " ON " + policy.parent()));
        return statements;
    }
}
