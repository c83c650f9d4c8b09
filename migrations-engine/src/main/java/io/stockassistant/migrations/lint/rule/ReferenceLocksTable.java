package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.DdlCommand;
import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.effect.TakenLock;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A new table that refers to one in use. */
final class ReferenceLocksTable implements StatementRule {

    @Override
    public About about() {
        return new About(
                "reference-locks-table",
                Severity.WARNING,
                "A foreign key of a new table stops writing to the table that it refers to",
                "A foreign key takes SHARE ROW EXCLUSIVE on the other table until the end of the transaction: every INSERT, UPDATE and DELETE on it waits.",
                "Create the table without it, and add the foreign key alone in a migration of its own, which ends at once.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        Set<Long> touched =
                scene.effects().commands().stream().map(DdlCommand::oid).collect(Collectors.toSet());
        return scene.effects().locks().stream()
                .filter(each -> each.mode() == LockMode.SHARE_ROW_EXCLUSIVE)
                .map(TakenLock::relation)
                .flatMap(target -> scene.migration().effects().created().stream()
                        .filter(each -> touched.contains(each.relation().oid()))
                        .flatMap(table -> key(table, target))
                        .limit(1))
                .toList();
    }

    private static Stream<Remark> key(TableState table, Relation target) {
        return table.constraints().stream()
                .filter(each -> each.kind() == ConstraintKind.FOREIGN_KEY && !each.inherited())
                .filter(each -> each.target() == target.oid())
                .map(each -> new Remark(
                        "Nobody can write to " + target + " until the end of the migration: " + each.name() + " of "
                                + table.relation() + " refers to it.",
                        "CREATE TABLE " + table.relation() + " without it, and in a migration of its own: "
                                + "ALTER TABLE " + table.relation() + " ADD CONSTRAINT " + each.name() + " "
                                + each.definition() + " NOT VALID;"));
    }
}
