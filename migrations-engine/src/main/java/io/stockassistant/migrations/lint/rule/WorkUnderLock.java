package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.effect.TakenLock;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Collectors;

/** Reading and writing rows while a table is locked for everybody. */
final class WorkUnderLock implements StatementRule {

    @Override
    public About about() {
        return new About(
                "work-under-lock",
                Severity.WARNING,
                "Rows are read or written while a table is locked for everybody",
                "An ACCESS EXCLUSIVE lock is held until the transaction ends: all that follows is time in which nobody can"
                        + " even read the table.",
                "Two migrations: one that changes the table and is over at once, one that reads or writes rows. What"
                        + " INSERT … VALUES adds takes no time and may stay.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        List<Relation> locked = locked(scene.effects(), scene);
        if (locked.isEmpty()
                || !isWork(scene.effects(), scene.sql())
                || !WholeTableWrite.tables(scene).isEmpty()
                || scene.earlier().stream()
                        .anyMatch(each -> !locked(each, scene).isEmpty()
                                && isWork(each, each.statement().body()))) {
            return List.of();
        }
        String tables = locked.stream().map(Relation::qualified).collect(Collectors.joining(", "));
        return List.of(new Remark(
                "It reads or writes rows while nobody can read " + tables + ".",
                "Move this statement and what follows to a migration of its own: migrations revision."));
    }

    private static List<Relation> locked(StatementEffects effects, Scene scene) {
        return scene.migration()
                .wholesOf(effects.held().stream()
                        .filter(each -> each.mode() == LockMode.ACCESS_EXCLUSIVE)
                        .map(TakenLock::relation)
                        .filter(each -> each.kind().isTable())
                        .filter(each -> scene.migration().findAtEnd(each.oid()).isPresent())
                        .toList());
    }

    private static boolean isWork(StatementEffects effects, String sql) {
        boolean touchesRows = !effects.rows().isEmpty()
                || !effects.scanned().isEmpty()
                || effects.locks().stream()
                        .anyMatch(each -> each.relation().kind().isTable()
                                && !each.mode().isAtLeast(LockMode.SHARE_UPDATE_EXCLUSIVE));
        boolean addsFewRows = DeepTokens.beginsWith(sql, "insert") && !DeepTokens.contains(sql, "select");
        return effects.commands().isEmpty() && effects.dropped().isEmpty() && touchesRows && !addsFewRows;
    }
}
