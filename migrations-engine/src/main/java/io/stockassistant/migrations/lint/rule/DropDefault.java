package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
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
        return LostByColumns.list(scene, DropDefault::hasDefault)
                .map(each -> new Remark(
                        each.name() + " loses its default "
                                + each.column().before().findDefault().orElse("") + ": an INSERT without it "
                                + (each.column().after().notNull() ? "fails" : "writes NULL") + " from now on.",
                        "First release an application that always writes it. Then: -- lint:ignore drop-default"
                                + " REASON"))
                .toList();
    }

    private static boolean hasDefault(Column column) {
        return column.identity() || (column.findDefault().isPresent() && !column.generated());
    }
}
