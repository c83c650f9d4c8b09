package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableChange.ChangedConstraint;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** A check of rows by someone who holds more than the check needs. */
final class ValidateInSameTransaction implements StatementRule {

    @Override
    public About about() {
        return new About(
                "validate-in-same-transaction",
                Severity.ERROR,
                "A constraint is validated while the transaction holds a stronger lock",
                "VALIDATE CONSTRAINT reads all rows beside running work, but not while its transaction has kept others out of the table since an earlier statement.",
                "VALIDATE CONSTRAINT in a later migration than ADD CONSTRAINT … NOT VALID, and than any other change to the table.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        return partitions.changes(each -> !validated(each).isEmpty()).stream()
                .filter(each -> isHeld(scene, each.table()))
                .flatMap(change -> validated(change).stream().map(each -> remark(change.table(), each)))
                .toList();
    }

    private static List<Constraint> validated(TableChange change) {
        return change.changedConstraints().stream()
                .filter(each -> !each.before().validated() && each.after().validated())
                .map(ChangedConstraint::after)
                .toList();
    }

    private static boolean isHeld(Scene scene, Relation table) {
        return scene.effects().held().stream()
                .anyMatch(each ->
                        each.relation().oid() == table.oid() && each.mode().stopsWriters());
    }

    private static Remark remark(Relation table, Constraint constraint) {
        return new Remark(
                constraint.name() + " is validated by a transaction that holds a lock on " + table
                        + " for which its writers wait.",
                "In a migration of its own: " + SafeSql.validate(table, constraint.name()));
    }
}
