package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TakenLock;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Two tables or more that one transaction locks for everybody. */
final class SeveralTablesLocked implements StatementRule {

    @Override
    public About about() {
        return new About(
                "several-tables-locked",
                Severity.WARNING,
                "Several tables are locked for everybody in one transaction",
                "While it waits for the lock of the second table it holds that of the first; a transaction that has used"
                        + " the second and now needs the first is a deadlock, and one of them fails.",
                "A migration for each table: it is over before the next one begins.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        Set<Relation> all = new LinkedHashSet<>();
        scene.effects().held().forEach(each -> add(scene, each, all));
        List<Relation> before = scene.migration().wholesOf(all);
        scene.effects().locks().forEach(each -> add(scene, each, all));
        List<Relation> now = scene.migration().wholesOf(all);
        Set<Relation> byForeignKey = referencedByDropped(scene.effects());
        boolean isNews = now.size() > 1
                && before.size() < 2
                && !(before.isEmpty()
                        && now.stream()
                                        .filter(each -> !byForeignKey.contains(each))
                                        .count()
                                < 2);
        if (!isNews) {
            return List.of();
        }
        String tables = now.stream().map(Relation::qualified).collect(Collectors.joining(", "));
        return List.of(new Remark(
                "One transaction locks several tables for everybody: " + tables + ".",
                "Change each of them in a migration of its own: migrations revision."));
    }

    /** One that is gone in the end is in nobody's way, and partitions of one table are one. */
    private static void add(Scene scene, TakenLock lock, Set<Relation> tables) {
        if (lock.mode() == LockMode.ACCESS_EXCLUSIVE
                && lock.relation().kind().isTable()
                && scene.migration().findAtEnd(lock.relation().oid()).isPresent()) {
            tables.add(inTheEnd(scene, scene.migration().wholeOf(lock.relation())));
        }
    }

    /** What becomes a partition is one with its parent already. */
    private static Relation inTheEnd(Scene scene, Relation table) {
        return scene.migration()
                .findAtEnd(table.oid())
                .flatMap(each -> scene.migration().findBefore(each.parent()))
                .map(each -> scene.migration().wholeOf(each.relation()))
                .orElse(table);
    }

    /** Another rule speaks of them. */
    private static Set<Relation> referencedByDropped(StatementEffects effects) {
        Set<Long> targets = effects.changes().stream()
                .flatMap(each -> each.droppedConstraints().stream())
                .map(Constraint::target)
                .collect(Collectors.toSet());
        return effects.locks().stream()
                .map(TakenLock::relation)
                .filter(each -> targets.contains(each.oid()))
                .collect(Collectors.toSet());
    }
}
