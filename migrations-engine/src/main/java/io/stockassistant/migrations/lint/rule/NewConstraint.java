package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableChange.ChangedConstraint;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.lint.Scene;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A constraint that a statement gave to a table that was there before: not one that it only makes anew since the type of
 * a column changes, nor one that comes down from a parent.
 */
record NewConstraint(TableChange change, Constraint constraint) {

    static Stream<NewConstraint> list(Scene scene, ConstraintKind kind) {
        return scene.effects().changes().stream()
                .flatMap(change -> change.addedConstraints().stream()
                        .filter(each -> each.kind() == kind && !each.inherited())
                        .filter(each -> !change.isMadeAnew(each))
                        .map(each -> new NewConstraint(change, each)));
    }

    /** Those that nobody enforced before. */
    static Stream<NewConstraint> listEnforced(Scene scene, ConstraintKind kind) {
        return scene.effects().changes().stream()
                .filter(change -> scene.stopsWriters(change.table()))
                .flatMap(change -> change.changedConstraints().stream()
                        .filter(each -> each.before().definition().endsWith(" NOT ENFORCED"))
                        .map(ChangedConstraint::after)
                        .filter(each -> each.kind() == kind && each.validated() && !each.inherited())
                        .map(each -> new NewConstraint(change, each)));
    }

    /** Those of columns that were there before. */
    static Stream<NewConstraint> listOfOldColumns(Scene scene, ConstraintKind kind) {
        return list(scene, kind).filter(each -> each.newColumns().isEmpty());
    }

    /** The columns that the same statement added. */
    List<Column> newColumns() {
        return change.addedColumns().stream()
                .filter(each -> constraint.columns().contains(each.number()))
                .toList();
    }

    /** The index behind it, if it was not there before. */
    Optional<Index> findNewIndex() {
        return change.after()
                .findIndex(constraint.index())
                .filter(each -> change.before().findIndex(each.oid()).isEmpty());
    }

    /** Whether the index behind it is filled from rows. */
    boolean builds(Partitions partitions) {
        return findNewIndex().isPresent()
                && (!partitions.built(change.table()).isEmpty() || partitions.isRewritten(change.table()));
    }

    /** Whether rows are read for it. */
    boolean reads(Partitions partitions) {
        return constraint.validated()
                && (partitions.isScanned(change.table()) || partitions.isRewritten(change.table()));
    }
}
