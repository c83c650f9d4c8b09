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

/** Columns that no longer get a value by themselves. */
final class DropDefault implements StatementRule {

    @Override
    public About about() {
        return new About(
                "drop-default",
                Severity.WARNING,
                "A default is dropped",
                "An INSERT that leaves the column out writes NULL from now on, or fails where the column is NOT NULL.",
                "First a release that always writes the column; then drop the default.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        boolean isByCascade = scene.effects().dropped().stream()
                .anyMatch(each -> each.type().equals("default value") && each.dependent() && !each.named());
        if (scene.migration().isUndo() || isByCascade) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        for (TableChange table : scene.effects().changes()) {
            table.changedColumns().stream()
                    .filter(each -> hasDefault(each.before()) && !hasDefault(each.after()))
                    .filter(each -> isSoInTheEnd(scene, table, each))
                    .filter(each -> !isByParent(scene, table, each))
                    .map(each -> new Remark(
                            table.table() + "." + each.after().name() + " loses its default "
                                    + each.before().findDefault().orElse("") + ": an INSERT without it "
                                    + (each.after().notNull() ? "fails" : "writes NULL") + " from now on.",
                            "First release an application that always writes it. Then: -- lint:ignore drop-default"
                                    + " REASON"))
                    .forEach(remarks::add);
        }
        return remarks;
    }

    private static boolean hasDefault(Column column) {
        return column.identity() || (column.findDefault().isPresent() && !column.generated());
    }

    private static boolean isSoInTheEnd(Scene scene, TableChange table, ChangedColumn column) {
        long oid = table.table().oid();
        int number = column.after().number();
        boolean before = scene.migration()
                .findBefore(oid)
                .flatMap(each -> each.findColumn(number))
                .filter(DropDefault::hasDefault)
                .isPresent();
        boolean after = scene.migration()
                .findAtEnd(oid)
                .flatMap(each -> each.findColumn(number))
                .filter(each -> !hasDefault(each))
                .isPresent();
        return before && after;
    }

    private static boolean isByParent(Scene scene, TableChange table, ChangedColumn column) {
        return scene.effects().changes().stream()
                .filter(each -> each.table().oid() == table.before().parent())
                .flatMap(each -> each.changedColumns().stream())
                .anyMatch(each -> each.after().name().equals(column.after().name()) && !hasDefault(each.after()));
    }
}
