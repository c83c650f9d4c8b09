package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.MigrationEffects;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.effect.TakenLock;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.script.SecretMask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the statements of migrations were seen to do, as tables. */
final class EffectsText {

    private static final int WIDEST = 60;

    private EffectsText() {}

    static void print(Console console, List<MigrationEffects> migrations) {
        for (MigrationEffects each : migrations) {
            console.line(name(each) + (each.step().direction() == Direction.DOWN ? ", the way back" : ""));
            List<List<String>> rows = new ArrayList<>();
            each.statements().forEach(statement -> rows.add(row(statement)));
            console.table(List.of("  line", "statement", "effects on what was there"), rows);
            console.line("");
        }
    }

    private static String name(MigrationEffects migration) {
        return migration.step().module().equals(LooseFiles.MODULE)
                ? migration.step().file().path()
                : migration.step().name();
    }

    private static List<String> row(StatementEffects effects) {
        String text = SecretMask.ofText(effects.statement().body()).replaceAll("\\s+", " ");
        return List.of(
                "  " + effects.statement().firstLine(),
                text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...",
                effects(effects));
    }

    private static String effects(StatementEffects effects) {
        List<String> all = new ArrayList<>();
        strongest(effects.locks()).forEach((table, mode) -> all.add("locks " + table + " (" + mode + ")"));
        add(all, "rewrites ", effects.rewritten());
        add(all, "empties ", effects.truncated());
        add(
                all,
                "reads all of ",
                effects.scanned().stream()
                        .filter(each -> !effects.rewritten().contains(each))
                        .toList());
        effects.built().forEach(each -> all.add("builds " + each.index()));
        effects.rows().forEach(each -> all.add("writes rows of " + each.table()));
        effects.dropped().stream()
                .filter(each -> each.named() || each.dependent())
                .forEach(each -> all.add(
                        "drops " + each.type() + " " + each.identity() + (each.named() ? "" : " (by CASCADE)")));
        if (!effects.transactional()) {
            all.add("locks not seen: outside of a transaction");
        }
        return all.isEmpty() ? "none" : String.join("; ", all);
    }

    private static void add(List<String> all, String verb, List<Relation> relations) {
        if (!relations.isEmpty()) {
            all.add(verb + relations.stream().map(Relation::qualified).collect(Collectors.joining(", ")));
        }
    }

    /** Of each table or view the strongest one that anybody but a reader can notice. */
    private static Map<Relation, LockMode> strongest(List<TakenLock> locks) {
        Map<Relation, LockMode> strongest = new LinkedHashMap<>();
        locks.stream()
                .filter(each -> !each.relation().kind().isIndex())
                .filter(each -> each.mode().isAtLeast(LockMode.ROW_EXCLUSIVE))
                .forEach(each -> strongest.merge(
                        each.relation(), each.mode(), (one, other) -> one.isAtLeast(other) ? one : other));
        return strongest;
    }
}
