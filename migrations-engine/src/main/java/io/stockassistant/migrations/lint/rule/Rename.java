package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableChange.ChangedColumn;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.ArrayList;
import java.util.List;

/** Tables and columns that are called otherwise now. */
final class Rename implements StatementRule {

    @Override
    public About about() {
        return new About(
                "rename",
                Severity.WARNING,
                "A table or a column gets another name",
                "From this moment every instance of the application that knows the old name fails, until all of them are"
                        + " replaced.",
                "A table: rename it and leave a view with the old name until no release uses it: ALTER "
                        + "TABLE orders RENAME TO purchases; CREATE VIEW orders AS SELECT * FROM purchases; in one "
                        + "migration. A column: add the new one, write both, copy, read the new one, drop the old "
                        + "one: a release for each of these.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        if (scene.migration().isUndo()) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        for (TableChange each : scene.effects().changes()) {
            if (isAnother(each.before().relation(), each.after().relation())) {
                remarks.add(ofTable(each));
            }
            each.changedColumns().stream()
                    .filter(column ->
                            !column.before().name().equals(column.after().name()))
                    .filter(column -> existed(scene, each, column))
                    .filter(column -> !isByParent(scene, each, column))
                    .map(column -> ofColumn(each, column))
                    .forEach(remarks::add);
        }
        return remarks;
    }

    private static boolean isAnother(Relation before, Relation after) {
        return before.schema().equals(after.schema()) && !before.qualified().equals(after.qualified());
    }

    private static boolean existed(Scene scene, TableChange change, ChangedColumn column) {
        return scene.migration()
                .findBefore(change.table().oid())
                .flatMap(each -> each.findColumn(column.before().number()))
                .isPresent();
    }

    private static boolean isByParent(Scene scene, TableChange change, ChangedColumn column) {
        return scene.effects().changes().stream()
                .filter(each -> each.table().oid() == change.before().parent())
                .flatMap(each -> each.changedColumns().stream())
                .anyMatch(each -> each.after().name().equals(column.after().name()));
    }

    private static Remark ofTable(TableChange change) {
        return new Remark(
                change.before().relation() + " is " + change.after().relation() + " now: who knows the old name fails.",
                "Leave a view until no release uses the old name: CREATE VIEW "
                        + change.before().relation() + " AS SELECT * FROM "
                        + change.after().relation() + ";");
    }

    private static Remark ofColumn(TableChange change, ChangedColumn column) {
        String table = change.after().relation().qualified();
        String name = column.after().name();
        return new Remark(
                table + "." + column.before().name() + " is " + name + " now: who knows the old name fails.",
                "Add a column, copy in batches, and drop the old one when no release uses it: ALTER TABLE " + table
                        + " ADD COLUMN " + name + " " + column.after().type() + ";");
    }
}
