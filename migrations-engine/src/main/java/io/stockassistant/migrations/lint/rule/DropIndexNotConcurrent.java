package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** DROP INDEX on a table that is in use. */
final class DropIndexNotConcurrent implements StatementRule {

    @Override
    public About about() {
        return new About(
                "drop-index-not-concurrent",
                Severity.WARNING,
                "An index is dropped while nobody can read its table",
                "DROP INDEX takes ACCESS EXCLUSIVE on the table until the end of the transaction, and all who come after it wait with it.",
                "DROP INDEX CONCURRENTLY, in a migration of its own that runs without a transaction.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        if (Concurrent.is(scene)) {
            return List.of();
        }
        return new Partitions(scene)
                .changes(each -> !each.droppedIndexes().isEmpty()).stream()
                        .flatMap(change -> change.droppedIndexes().stream()
                                .filter(each -> isNamed(scene, each))
                                .map(each -> remark(change.table(), each)))
                        .toList();
    }

    private static boolean isNamed(Scene scene, Index index) {
        return scene.effects().dropped().stream()
                .anyMatch(each -> each.named()
                        && each.type().equals("index")
                        && each.identity().endsWith("." + index.name()));
    }

    private static Remark remark(Relation table, Index index) {
        return new Remark(
                index.name() + " is dropped while nobody can read " + table + ".",
                table.kind() == Relation.Kind.PARTITIONED_TABLE
                        ? "That of a partitioned table cannot be dropped CONCURRENTLY. " + SafeSql.ALONE
                        : "In a migration without a transaction: DROP INDEX CONCURRENTLY IF EXISTS "
                                + SafeSql.beside(table, index.name()) + ";");
    }
}
