package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A type that rows need not be written anew for, but indexes or checks. */
final class ColumnTypeRebuildsIndex implements StatementRule {

    @Override
    public About about() {
        return new About(
                "column-type-rebuilds-index",
                Severity.ERROR,
                "A new type of a column has indexes built or rows checked anew",
                "The rows stay as they are, but while indexes are built or checks read all rows, ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "Drop the index or check first, change the type, and build it again: the index with CREATE INDEX CONCURRENTLY, the check NOT VALID with VALIDATE CONSTRAINT later.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        return partitions.changes(RewriteCause.TYPE).stream()
                .filter(each -> !partitions.isRewritten(each.table()))
                .flatMap(each -> remark(partitions, each).stream())
                .toList();
    }

    private static Optional<Remark> remark(Partitions partitions, TableChange change) {
        List<Index> indexes = partitions.built(change.table()).isEmpty() ? List.of() : again(change);
        List<Constraint> checks =
                partitions.isScanned(change.table()) && indexes.isEmpty() ? checksAgain(change) : List.of();
        if (indexes.isEmpty() && checks.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = indexes.isEmpty()
                ? checks.stream().map(Constraint::name).toList()
                : indexes.stream().map(Index::name).toList();
        return Optional.of(new Remark(
                String.join(", ", names) + (indexes.isEmpty() ? " is checked again" : " is built anew")
                        + " while nobody can read " + change.table() + ": "
                        + RewriteCause.columnsOfOtherType(change).stream()
                                .map(each -> each.after().name() + " was "
                                        + each.before().type() + " and is "
                                        + each.after().type())
                                .collect(Collectors.joining(", "))
                        + ".",
                "Drop it before, and after the change of the type: "
                        + (indexes.isEmpty()
                                ? checks.stream()
                                        .map(each ->
                                                SafeSql.checkedLater(change.table(), each.name(), each.definition()))
                                        .collect(Collectors.joining(" "))
                                : "in a migration without a transaction: "
                                        + indexes.stream()
                                                .map(each -> SafeSql.concurrently(each.definition()))
                                                .collect(Collectors.joining(" ")))));
    }

    /** What has the name of something that was there before, and is not the same. */
    private static List<Index> again(TableChange change) {
        return change.addedIndexes().stream()
                .filter(each -> change.before().indexes().stream()
                        .anyMatch(old -> old.name().equals(each.name())))
                .toList();
    }

    private static List<Constraint> checksAgain(TableChange change) {
        return change.addedConstraints().stream()
                .filter(each -> each.kind() == ConstraintKind.CHECK && each.validated())
                .filter(each -> change.before().constraints().stream()
                        .anyMatch(old -> old.name().equals(each.name())))
                .toList();
    }
}
