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
import java.util.List;
import java.util.stream.Stream;

/** What goes and referred to a table in use. */
final class DropLocksReferenced implements StatementRule {

    @Override
    public About about() {
        return new About(
                "drop-locks-referenced",
                Severity.WARNING,
                "What is dropped locks the table that it refers to",
                "With a foreign key go its triggers on the other table, for which ACCESS EXCLUSIVE is held on that until the end of the transaction.",
                "Drop the foreign key alone in a migration of its own, and the table in a later one.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        Stream<Remark> ofTables = scene.effects().gone().stream()
                .flatMap(table -> table.constraints().stream().flatMap(each -> remark(scene, table, each)));
        Stream<Remark> ofConstraints = scene.effects().changes().stream()
                .flatMap(change -> change.droppedConstraints().stream()
                        .filter(each -> isGone(change, each) && !DropCascade.takes(scene, change.before(), each))
                        .flatMap(each -> remark(scene, change.before(), each)));
        return Stream.concat(ofTables, ofConstraints).toList();
    }

    /** A new type of a column makes it anew. */
    private static boolean isGone(TableChange change, Constraint constraint) {
        return change.after().constraints().stream()
                .noneMatch(each -> each.name().equals(constraint.name()));
    }

    private static Stream<Remark> remark(Scene scene, TableState table, Constraint key) {
        return key.kind() != ConstraintKind.FOREIGN_KEY
                        || key.inherited()
                        || key.target() == table.relation().oid()
                ? Stream.of()
                : scene.effects().locks().stream()
                        .filter(each -> each.relation().oid() == key.target()
                                && each.mode().stopsReaders())
                        .filter(each ->
                                scene.migration().findAtEnd(key.target()).isPresent())
                        .map(each -> new Remark(
                                "Nobody can read " + each.relation() + " until the end of the migration: " + key.name()
                                        + " of " + table.relation() + ", which is dropped, refers to it.",
                                "ALTER TABLE " + table.relation() + " DROP CONSTRAINT " + key.name()
                                        + "; in a migration of its own. " + SafeSql.ALONE));
    }
}
