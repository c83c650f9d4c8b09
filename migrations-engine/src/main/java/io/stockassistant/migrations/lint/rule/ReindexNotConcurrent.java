package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.BuiltIndex;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** REINDEX on a table that is in use. */
final class ReindexNotConcurrent implements StatementRule {

    @Override
    public About about() {
        return new About(
                "reindex-not-concurrent",
                Severity.ERROR,
                "An index is built anew while nobody can write",
                "REINDEX holds SHARE on the table and ACCESS EXCLUSIVE on the index: writers wait, and so do readers whose plans look at the index.",
                "REINDEX TABLE CONCURRENTLY, in a migration of its own that runs without a transaction.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        if (Concurrent.is(scene)) {
            return List.of();
        }
        return scene.effects().built().stream()
                .filter(each -> each.again() && !SetTablespace.isMoved(scene, each))
                .collect(Collectors.groupingBy(BuiltIndex::table, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> remark(each.getKey(), each.getValue()))
                .toList();
    }

    private static Remark remark(Relation table, List<BuiltIndex> indexes) {
        return new Remark(
                indexes.stream().map(each -> each.index().toString()).sorted().collect(Collectors.joining(", "))
                        + (indexes.size() == 1 ? " is" : " are") + " built anew while nobody can write to " + table
                        + ".",
                "In a migration without a transaction: REINDEX "
                        + (indexes.size() == 1
                                ? "INDEX CONCURRENTLY " + indexes.get(0).index()
                                : "TABLE CONCURRENTLY " + table)
                        + ";");
    }
}
