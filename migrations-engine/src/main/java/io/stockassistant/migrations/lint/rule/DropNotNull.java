package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableChange.ChangedColumn;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.ArrayList;
import java.util.List;

/** Columns that may be NULL from now on. */
final class DropNotNull implements StatementRule {

    @Override
    public About about() {
        return new About(
                "drop-not-null",
                Severity.WARNING,
                "A column may be NULL from now on",
                "Code that reads the column, in the application, in reports and in other services, may not expect NULL.",
                "Make sure that every reader can do with NULL before the first is written; or write a default.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        if (scene.migration().isUndo()) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        for (TableChange table : scene.effects().changes()) {
            table.changedColumns().stream()
                    .filter(each -> each.before().notNull() && !each.after().notNull())
                    .filter(each -> isSoInTheEnd(scene, table, each))
                    .filter(each -> !isByParent(scene, table, each))
                    .map(each -> new Remark(
                            table.table() + "." + each.after().name() + " may be NULL from now on.",
                            "See that whoever reads it can do with NULL; if so: -- lint:ignore drop-not-null REASON"))
                    .forEach(remarks::add);
        }
        return remarks;
    }

    /** And was otherwise in the beginning. */
    private static boolean isSoInTheEnd(Scene scene, TableChange table, ChangedColumn column) {
        long oid = table.table().oid();
        int number = column.after().number();
        boolean before = scene.migration()
                .findBefore(oid)
                .flatMap(each -> each.findColumn(number))
                .filter(Column::notNull)
                .isPresent();
        boolean after = scene.migration()
                .findAtEnd(oid)
                .flatMap(each -> each.findColumn(number))
                .filter(each -> !each.notNull())
                .isPresent();
        return before && after;
    }

    private static boolean isByParent(Scene scene, TableChange table, ChangedColumn column) {
        return scene.effects().changes().stream()
                .filter(each -> each.table().oid() == table.before().parent())
                .flatMap(each -> each.changedColumns().stream())
                .anyMatch(each -> each.after().name().equals(column.after().name())
                        && !each.after().notNull());
    }
}
