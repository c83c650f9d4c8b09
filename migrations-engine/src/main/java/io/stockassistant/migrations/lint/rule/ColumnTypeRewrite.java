package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableChange.ChangedColumn;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column gets a type that its values are not stored in. */
final class ColumnTypeRewrite implements StatementRule {

    @Override
    public About about() {
        return new About(
                "column-type-rewrite",
                Severity.ERROR,
                "A new type of a column has its table written anew",
                "While all rows and indexes are written anew, ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "Add a column of the new type, keep it up to date by a trigger, fill it in batches, and swap the names in a later migration. A longer varchar or numeric, or text for varchar, is free.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        Stream<Remark> others = RewriteCause.listOthers(scene).stream()
                .filter(each -> RewriteCause.isByAlterTable(scene, each))
                .map(each -> new Remark(
                        each + " is written anew while nobody can read it, with other values in a column.",
                        "Leave the column as it is, and change the rows in batches; or fill a new column in batches, and"
                                + " swap the names in a later migration."));
        return Stream.concat(RewriteCause.TYPE.list(scene).stream().map(ColumnTypeRewrite::remark), others)
                .toList();
    }

    private static Remark remark(TableChange change) {
        Relation table = change.table();
        List<ChangedColumn> columns = RewriteCause.columnsOfOtherType(change);
        return new Remark(
                table + " is written anew while nobody can read it: "
                        + columns.stream()
                                .map(each -> each.after().name() + " was "
                                        + each.before().type() + " and is "
                                        + each.after().type())
                                .collect(Collectors.joining(", "))
                        + ".",
                columns.stream().map(each -> swap(table, each)).collect(Collectors.joining(" ")));
    }

    private static String swap(Relation table, ChangedColumn column) {
        String name = column.after().name();
        String other = SafeSql.name(name, "new");
        return "ALTER TABLE " + table + " ADD COLUMN " + other + " "
                + column.after().type()
                + "; fill it in batches, with a trigger for what is written meanwhile, and in a later migration: ALTER TABLE "
                + table + " DROP COLUMN " + name + "; ALTER TABLE " + table + " RENAME COLUMN " + other + " TO " + name
                + ";";
    }
}
