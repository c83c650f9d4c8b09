package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableChange.ChangedColumn;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.MigrationScene;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Relations and columns that are called otherwise now. */
final class Rename implements StatementRule {

    @Override
    public About about() {
        return new About(
                "rename",
                Severity.WARNING,
                "A table, a view or a column gets another name",
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
        Stream<Remark> ofRelations = scene.effects().renamed().stream()
                .filter(each -> isKnown(each.before().kind()))
                .filter(each -> each.before().schema().equals(each.after().schema()))
                .flatMap(each -> ofRelation(scene, each.before()).stream());
        Stream<Remark> ofColumns = new Partitions(scene)
                .changes(each -> !renamed(scene, each).isEmpty()).stream()
                        .flatMap(change ->
                                renamed(scene, change).stream().flatMap(each -> ofColumn(scene, change, each)));
        return Stream.of(ofRelations, ofColumns, ofViewColumns(scene))
                .flatMap(each -> each)
                .toList();
    }

    /** To whoever writes queries. */
    private static boolean isKnown(Relation.Kind kind) {
        return !kind.isIndex() && kind != Relation.Kind.COMPOSITE_TYPE;
    }

    /** Said where it loses the name that it had in the beginning. */
    private static Optional<Remark> ofRelation(Scene scene, Relation then) {
        MigrationScene migration = scene.migration();
        return migration
                .effects()
                .findRelationBefore(then.oid())
                .filter(each -> each.qualified().equals(then.qualified()))
                .flatMap(each -> migration.effects().findRelation(then.oid()))
                .filter(now -> !migration.effects().hasRelation(then.qualified()))
                .filter(now -> !migration.effects().hadRelation(now.qualified()))
                .map(now -> remark(then, now));
    }

    private static List<ChangedColumn> renamed(Scene scene, TableChange change) {
        return change.changedColumns().stream()
                .filter(each -> !each.before().name().equals(each.after().name()))
                .filter(each -> scene.migration()
                        .findBefore(change.table().oid())
                        .flatMap(before -> before.findColumn(each.before().number()))
                        .filter(column -> column.name().equals(each.before().name()))
                        .isPresent())
                .toList();
    }

    /** One whose old name another one has in the end, or that takes the name of an old one, belongs to a swap. */
    private static Stream<Remark> ofColumn(Scene scene, TableChange change, ChangedColumn column) {
        long oid = change.table().oid();
        Optional<TableState> before = scene.migration().findBefore(oid);
        return scene.migration().findAtEnd(oid).stream()
                .filter(end -> end.columns().stream()
                        .noneMatch(each -> each.name().equals(column.before().name())))
                .flatMap(end -> end.findColumn(column.before().number()).stream()
                        .filter(now -> before.stream()
                                .flatMap(each -> each.columns().stream())
                                .noneMatch(each -> each.name().equals(now.name())))
                        .map(now -> ofColumn(
                                end.relation().qualified(), column.before().name(), now)));
    }

    private static Stream<Remark> ofViewColumns(Scene scene) {
        return scene.effects().commands().stream()
                .filter(each -> each.type().endsWith("view column") && DeepTokens.contains(scene.sql(), "rename"))
                .filter(each -> scene.migration()
                        .effects()
                        .findRelationBefore(each.oid())
                        .isPresent())
                .map(each -> new Remark(
                        "A column of a view is " + each.identity() + " now: who knows the old name fails.",
                        "Write the view anew with both names, until no release uses the old one."));
    }

    private static Remark remark(Relation before, Relation after) {
        return new Remark(
                before + " is " + after + " now: who knows the old name fails.",
                before.kind() == Relation.Kind.SEQUENCE
                        ? "Create a second one, and drop the old one when no release uses it."
                        : "Leave a view until no release uses the old name: CREATE VIEW " + before
                                + " AS SELECT * FROM " + after + ";");
    }

    private static Remark ofColumn(String table, String old, Column now) {
        return new Remark(
                table + "." + old + " is " + now.name() + " now: who knows the old name fails.",
                "Add a column, copy in batches, and drop the old one when no release uses it: ALTER TABLE " + table
                        + " ADD COLUMN " + now.name() + " " + now.type() + ";");
    }
}
