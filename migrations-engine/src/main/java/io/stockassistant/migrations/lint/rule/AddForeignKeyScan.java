package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A foreign key of the rows that are there. */
final class AddForeignKeyScan implements StatementRule {

    @Override
    public About about() {
        return new About(
                "add-foreign-key-scan",
                Severity.ERROR,
                "A new foreign key looks up all rows",
                "ADD FOREIGN KEY looks up all rows while SHARE ROW EXCLUSIVE is held on both tables: every INSERT, UPDATE and DELETE on them waits.",
                "ADD CONSTRAINT … NOT VALID, which binds new rows at once, and VALIDATE CONSTRAINT in a later migration. Before PostgreSQL 18 a partitioned table cannot do that, but each of its partitions can; then the key of the whole takes theirs.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        return Stream.concat(
                        NewConstraint.listOfOldColumns(scene, ConstraintKind.FOREIGN_KEY),
                        NewConstraint.listEnforced(scene, ConstraintKind.FOREIGN_KEY))
                .filter(each -> each.constraint().validated() && readsPart(partitions, scene, each))
                .map(each -> remark(partitions, each))
                .toList();
    }

    /** Partitions that have the key already are believed. */
    private static boolean readsPart(Partitions partitions, Scene scene, NewConstraint added) {
        Relation table = added.change().table();
        return table.kind() != Relation.Kind.PARTITIONED_TABLE
                || scene.effects().changes().stream()
                        .filter(each -> each.table().kind() == Relation.Kind.TABLE)
                        .filter(each -> partitions.isWithin(each.table(), table))
                        .flatMap(each -> each.addedConstraints().stream())
                        .anyMatch(each -> each.kind() == ConstraintKind.FOREIGN_KEY
                                && each.definition().equals(added.constraint().definition()));
    }

    private static Remark remark(Partitions partitions, NewConstraint added) {
        Relation table = added.change().table();
        Constraint key = added.constraint();
        String target = partitions
                .find(key.target())
                .map(each -> each.relation().qualified())
                .orElse("the other");
        return new Remark(
                "All rows of " + table + " are looked up for " + key.name() + " while nobody can write to "
                        + (key.target() == table.oid() ? "it." : "it or to " + target + "."),
                table.kind() == Relation.Kind.PARTITIONED_TABLE
                        ? "For each partition: "
                                + partitions.leaves(table).stream()
                                        .map(each ->
                                                SafeSql.checkedLater(each.relation(), key.name(), key.definition()))
                                        .collect(Collectors.joining(" "))
                                + " and then what you wrote. From PostgreSQL 18 on: " + SafeSql.added(added)
                        : SafeSql.added(added));
    }
}
