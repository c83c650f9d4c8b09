package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableChange.ChangedColumn;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** SET NOT NULL that has to look. */
final class SetNotNullScan implements StatementRule {

    @Override
    public About about() {
        return new About(
                "set-not-null-scan",
                Severity.ERROR,
                "SET NOT NULL reads all rows",
                "All rows are read for a NULL while ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "A CHECK (c IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT in a later migration, then SET NOT NULL, which believes a valid check, and DROP CONSTRAINT.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        return partitions.changes(each -> !columns(each).isEmpty()).stream()
                .filter(each -> partitions.isScanned(each.table()) && !partitions.isRewritten(each.table()))
                .filter(each -> isLockedForIt(scene, each))
                .flatMap(change -> columns(change).stream()
                        .filter(each -> !isReadForOthers(scene, change) || !isProven(change.before(), each))
                        .map(each -> remark(change.table(), each)))
                .toList();
    }

    /** What is validated under a lock that is held already has a rule of its own. */
    private static boolean isLockedForIt(Scene scene, TableChange change) {
        boolean validates = change.changedConstraints().stream()
                .anyMatch(each -> each.before().kind() == ConstraintKind.NOT_NULL
                        && !each.before().validated()
                        && each.after().validated());
        return !validates
                || scene.stopping().stream()
                        .anyMatch(
                                each -> each.relation().oid() == change.table().oid());
    }

    /** A primary key has its own rules. */
    private static List<Column> columns(TableChange change) {
        return change.changedColumns().stream()
                .filter(each -> !each.before().notNull() && each.after().notNull())
                .map(ChangedColumn::after)
                .filter(each -> change.addedConstraints().stream()
                        .filter(added -> added.kind() == ConstraintKind.PRIMARY_KEY)
                        .noneMatch(key -> key.columns().contains(each.number())))
                .toList();
    }

    private static boolean isReadForOthers(Scene scene, TableChange change) {
        return change.addedConstraints().stream().anyMatch(each -> each.kind() != ConstraintKind.NOT_NULL)
                || scene.effects().built().stream()
                        .anyMatch(each -> each.table().oid() == change.table().oid());
    }

    static boolean isProven(TableState before, Column column) {
        return before.constraints().stream()
                .anyMatch(each -> each.kind() == ConstraintKind.CHECK
                        && each.validated()
                        && each.definition().contains(column.name() + " IS NOT NULL"));
    }

    private static Remark remark(Relation table, Column column) {
        return new Remark(
                table + " is read as a whole while nobody can read or write it, for a NULL in " + column.name() + ".",
                SafeSql.notNull(table, column.name()));
    }
}
