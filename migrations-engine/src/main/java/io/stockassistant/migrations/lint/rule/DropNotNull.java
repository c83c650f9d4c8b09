package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Stream;

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
        Stream<Remark> ofDomains = scene.effects().types().stream()
                .filter(each -> each.before().notNull() && !each.after().notNull())
                .filter(each -> !scene.migration().creates(each.after().oid()))
                .map(each -> remark("A column of the domain " + each.after().qualified()));
        return Stream.concat(LostByColumns.list(scene, Column::notNull).map(each -> remark(each.name())), ofDomains)
                .toList();
    }

    private static Remark remark(String what) {
        return new Remark(
                what + " may be NULL from now on.",
                "See that whoever reads it can do with NULL; if so: -- lint:ignore drop-not-null REASON");
    }
}
