package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.StatementEffects.TypeChange;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Constraints that no longer hold. */
final class DropConstraint implements StatementRule {

    /** These are triggers, and what other rules say of columns. */
    private static final Set<ConstraintKind> BESIDE = Set.of(ConstraintKind.TRIGGER, ConstraintKind.NOT_NULL);

    @Override
    public About about() {
        return new About(
                "drop-constraint",
                Severity.WARNING,
                "A constraint is dropped",
                "From now on rows can be written that break it, and it cannot come back before they are gone.",
                "Add the new constraint before the old one is dropped; a check that only has proven NOT NULL may go.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        if (scene.migration().isUndo()) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        for (TableChange table : scene.effects().changes()) {
            table.droppedConstraints().stream()
                    .filter(each -> !BESIDE.contains(each.kind()) && !each.inherited())
                    .filter(each -> existed(scene, table, each))
                    .filter(each -> !isBesideTheMatter(scene, table, each))
                    .filter(each -> !DropCascade.takes(scene, table.before(), each))
                    .map(each -> remark(table.table().qualified(), each.name(), each.definition()))
                    .forEach(remarks::add);
        }
        scene.effects().types().stream().flatMap(each -> ofDomain(scene, each)).forEach(remarks::add);
        return remarks;
    }

    private static Stream<Remark> ofDomain(Scene scene, TypeChange domain) {
        List<TypeChange> all = scene.migration().changesOf(domain.after());
        boolean isReplaced = all.stream()
                .anyMatch(each -> !each.before()
                        .constraints()
                        .keySet()
                        .containsAll(each.after().constraints().keySet()));
        return isReplaced || scene.migration().creates(domain.after().oid())
                ? Stream.of()
                : domain.before().constraints().entrySet().stream()
                        .filter(each -> !domain.after().constraints().containsKey(each.getKey()))
                        .map(Map.Entry::getValue)
                        .map(each -> remark(domain.after().qualified(), each.name(), each.definition()));
    }

    private static Remark remark(String what, String name, String definition) {
        return new Remark(
                what + " loses " + name + ": " + definition + ".",
                "If another one takes its place, add that first, in the same migration; if not, say why it"
                        + " may go: -- lint:ignore drop-constraint REASON");
    }

    private static boolean existed(Scene scene, TableChange table, Constraint constraint) {
        return scene.migration()
                .findBefore(table.table().oid())
                .flatMap(each -> each.findConstraint(constraint.oid()))
                .isPresent();
    }

    private static boolean isBesideTheMatter(Scene scene, TableChange change, Constraint dropped) {
        boolean columnIsGone = dropped.columns().stream()
                .anyMatch(each -> change.after().findColumn(each).isEmpty());
        boolean targetIsGone = dropped.target() != 0
                && scene.migration().findAtEnd(dropped.target()).isEmpty();
        TableState end = scene.migration().findAtEnd(change.table().oid()).orElse(change.after());
        return columnIsGone || targetIsGone || isProof(dropped, end) || isReplaced(dropped, end);
    }

    /** What it says the column says, or the bounds of the partition that the table has become. */
    private static boolean isProof(Constraint dropped, TableState end) {
        boolean isOfColumn = dropped.columns().size() == 1
                && dropped.definition().endsWith(" IS NOT NULL))")
                && end.findColumn(dropped.columns().get(0))
                        .filter(Column::notNull)
                        .isPresent();
        return dropped.kind() == ConstraintKind.CHECK && (isOfColumn || end.parent() != 0);
    }

    /** Another one of its kind is about the same columns; of what was unique, also a unique index. */
    private static boolean isReplaced(Constraint dropped, TableState end) {
        boolean byConstraint = end.constraints().stream()
                .anyMatch(each -> each.columns().equals(dropped.columns())
                        && (each.kind() == dropped.kind()
                                || (each.kind() == ConstraintKind.PRIMARY_KEY
                                        && dropped.kind() == ConstraintKind.UNIQUE)));
        boolean byIndex = dropped.kind() == ConstraintKind.UNIQUE
                && end.indexes().stream()
                        .anyMatch(each -> each.unique()
                                && each.valid()
                                && !each.partial()
                                && each.columns().equals(dropped.columns()));
        return byConstraint || byIndex;
    }
}
