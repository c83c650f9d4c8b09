package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.script.Tokens;
import java.util.List;

/** A column that rows have no value for. */
final class AddColumnNotNull implements StatementRule {

    @Override
    public About about() {
        return new About(
                "add-column-not-null",
                Severity.ERROR,
                "A column is NOT NULL and rows have no value for it",
                "ADD COLUMN … NOT NULL without a default fails as soon as the table has a row.",
                "Give it a constant default, which is free; or add it without NOT NULL, fill it in batches, and set NOT NULL later with the help of a check.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        return new Partitions(scene)
                .changes(each -> !empty(each).isEmpty()).stream()
                        .filter(each -> isRefused(scene, each) || hadNoRows(scene, each.table()))
                        .flatMap(change -> empty(change).stream().map(column -> remark(change.table(), column)))
                        .toList();
    }

    private static boolean isRefused(Scene scene, TableChange change) {
        return scene.migration().isRefusedByRows(scene.effects())
                && scene.migration()
                        .observed()
                        .findRefusal()
                        .filter(each -> "23502".equals(each.sqlState()))
                        .filter(each -> empty(change).stream()
                                .anyMatch(column ->
                                        each.message().contains("\"" + Identifiers.unquote(column.name()) + "\"")))
                        .isPresent();
    }

    /** Where there were rows it would have failed, if a later part of the statement had not filled them. */
    private static boolean hadNoRows(Scene scene, Relation table) {
        return (scene.migration().observed().findRefusal().isPresent()
                        || scene.migration().observed().leftEmpty().containsKey(table.qualified()))
                && Tokens.of(scene.sql()).stream().limit(1).anyMatch(each -> each.is("alter"));
    }

    private static List<Column> empty(TableChange change) {
        return change.addedColumns().stream()
                .filter(each -> each.notNull() && !each.generated() && !each.identity())
                .filter(each -> each.findDefault().isEmpty())
                .toList();
    }

    private static Remark remark(Relation table, Column column) {
        return new Remark(
                column.name() + " is NOT NULL, and the rows of " + table + " have no value for it: it fails.",
                "ALTER TABLE " + table + " ADD COLUMN " + column.name() + " " + column.type()
                        + "; fill the rows that are there in batches, and in a later migration: "
                        + SafeSql.notNull(table, column.name()));
    }
}
