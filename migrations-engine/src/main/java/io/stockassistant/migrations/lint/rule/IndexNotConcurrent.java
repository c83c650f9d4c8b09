package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Stream;

/** CREATE INDEX on a table that is in use. */
final class IndexNotConcurrent implements StatementRule {

    @Override
    public About about() {
        return new About(
                "index-not-concurrent",
                Severity.ERROR,
                "An index is built while nobody can write",
                "CREATE INDEX takes a SHARE lock on the table: every INSERT, UPDATE and DELETE waits until it is built.",
                "CREATE INDEX CONCURRENTLY, in a migration of its own that runs without a transaction; on a partitioned table ON ONLY it, CONCURRENTLY on each partition, and ALTER INDEX … ATTACH PARTITION.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        if (Concurrent.is(scene)) {
            return List.of();
        }
        Partitions partitions = new Partitions(scene);
        return partitions.changes(each -> !partitions.built(each.table()).isEmpty()).stream()
                .flatMap(change -> plain(change).map(index -> remark(partitions, change.table(), index)))
                .toList();
    }

    /** Neither that of a constraint, nor one built anew, nor one that a partition got when it was attached. */
    private static Stream<Index> plain(TableChange change) {
        return change.before().parent() != change.after().parent()
                ? Stream.of()
                : change.addedIndexes().stream()
                        .filter(each -> change.after().constraints().stream()
                                .noneMatch(constraint -> constraint.index() == each.oid()))
                        .filter(each -> !change.isMadeAnew(each));
    }

    private static Remark remark(Partitions partitions, Relation table, Index index) {
        return new Remark(
                index.name() + " is built while nobody can write to " + table + ".",
                table.kind() == Relation.Kind.PARTITIONED_TABLE
                        ? SafeSql.indexByParts(table, index.definition(), partitions.leaves(table))
                        : "In a migration without a transaction: " + SafeSql.concurrently(index.definition()));
    }
}
