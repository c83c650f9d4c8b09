package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Foreign keys on columns that no index leads to. */
final class ForeignKeyWithoutIndex implements StatementRule {

    @Override
    public About about() {
        return new About(
                "foreign-key-without-index",
                Severity.WARNING,
                "No index leads to the columns of a foreign key",
                "Each DELETE and each change of the key in the other table reads the whole of this one, while it holds"
                        + " locks.",
                "An index whose first columns are those of the key; concurrently, before the key, where the table is in"
                        + " use.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        if (scene.migration().isUndo()) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        MadeTables.created(scene)
                .forEach(table -> keys(table.constraints().stream())
                        .filter(each -> !isServed(table, each))
                        .map(each -> remark(table, each, ""))
                        .forEach(remarks::add));
        for (TableChange change : scene.effects().changes()) {
            TableState end = scene.migration().findAtEnd(change.table().oid()).orElse(change.after());
            keys(MadeTables.addedConstraints(change))
                    .filter(each -> end.findConstraint(each.oid()).isPresent())
                    .filter(each -> !isServed(end, each))
                    .map(each -> remark(end, each, "CONCURRENTLY "))
                    .forEach(remarks::add);
        }
        return remarks;
    }

    private static Stream<Constraint> keys(Stream<Constraint> constraints) {
        return constraints.filter(each -> each.kind() == ConstraintKind.FOREIGN_KEY && !each.inherited());
    }

    private static boolean isServed(TableState table, Constraint key) {
        return table.indexes().stream()
                .filter(each -> each.valid() && !each.partial())
                .filter(each -> each.columns().size() >= key.columns().size())
                .anyMatch(each -> Set.copyOf(
                                each.columns().subList(0, key.columns().size()))
                        .equals(Set.copyOf(key.columns())));
    }

    private static Remark remark(TableState table, Constraint key, String concurrently) {
        String columns = ColumnNames.of(table, key.columns());
        return new Remark(
                "No index leads to " + table.relation() + " (" + columns + "), and " + key.name()
                        + " is a foreign key on it.",
                (concurrently.isEmpty() ? "" : "In a migration without a transaction, before this one: ")
                        + "CREATE INDEX " + concurrently + "ON " + table.relation() + " (" + columns + ");");
    }
}
