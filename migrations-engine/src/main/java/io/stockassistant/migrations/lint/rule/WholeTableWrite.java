package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** LOCK TABLE, and UPDATE, DELETE and MERGE that read all rows to find theirs. */
final class WholeTableWrite implements StatementRule {

    @Override
    public About about() {
        return new About(
                "whole-table-write",
                Severity.WARNING,
                "A whole table is locked or written in one transaction",
                "Every row that is written stays locked until the end of the transaction, and its old version stays in the"
                        + " table: on a large one writers wait for minutes, and its size doubles.",
                "A backfill does it in batches that go on where they were, and keeps rows that fail: migrations revision -m MODULE"
                        + " --backfill, with -- table: orders, -- key: id and UPDATE orders SET state = 'new' WHERE id"
                        + " BETWEEN :from AND :to AND state IS NULL.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        if (DeepTokens.beginsWith(scene.sql(), "lock")) {
            return scene.stopping().stream()
                    .map(each -> scene.migration().wholeOf(each.relation()) + ": " + each.mode())
                    .distinct()
                    .map(each -> new Remark(
                            "The lock of the whole table stays until the end of the transaction, " + each + ".",
                            "Leave it out: what needs a lock takes it. If two statements have to see the same rows,"
                                    + " SELECT … FOR UPDATE locks these alone."))
                    .toList();
        }
        return tables(scene).stream().map(each -> remark(scene, each)).toList();
    }

    /** Those of which all rows are read, and some or all are written. */
    static Set<Relation> tables(Scene scene) {
        if (isInBatches(scene)) {
            return Set.of();
        }
        Set<Relation> tables = new LinkedHashSet<>();
        for (Relation table : scene.effects().scanned()) {
            if ((isWriting(scene.sql()) && scene.effects().holds(table, LockMode.ROW_EXCLUSIVE))
                    || isWritten(scene, table)) {
                tables.add(table);
            }
        }
        return new LinkedHashSet<>(scene.migration().wholesOf(tables));
    }

    private static boolean isInBatches(Scene scene) {
        return DeepTokens.contains(scene.sql(), "limit")
                ? !scene.migration().script().transactional()
                : DeepTokens.contains(scene.sql(), "commit");
    }

    private static boolean isWriting(String sql) {
        return DeepTokens.beginsWith(sql, "update", "delete", "merge", "with", "do")
                && Stream.of("update", "delete", "merge").anyMatch(each -> DeepTokens.contains(sql, each));
    }

    private static boolean isWritten(Scene scene, Relation table) {
        return scene.effects().rows().stream()
                .anyMatch(each -> each.table().oid() == table.oid() && each.updated() + each.deleted() > 0);
    }

    private static Remark remark(Scene scene, Relation table) {
        String waiting = scene.stopsReaders(table)
                ? ", which nobody can read or write meanwhile."
                : "; whoever writes one of them waits until the transaction ends.";
        String key = scene.migration()
                .findBefore(table.oid())
                .map(ColumnNames::ofKey)
                .orElse("ctid");
        String row = key.contains(",") ? "(" + key + ")" : key;
        String range = key.contains(",") ? "BETWEEN (:from) AND (:to)" : "BETWEEN :from AND :to";
        boolean deletes = !DeepTokens.contains(scene.sql(), "update") && DeepTokens.contains(scene.sql(), "delete");
        String work = (deletes ? "DELETE FROM " + table : "UPDATE " + table + " SET …") + " WHERE " + row;
        return new Remark(
                "It reads all rows of " + table + " and writes them in one transaction" + waiting,
                key.equals("ctid")
                        ? "In a migration of its own without a transaction, in batches: DO $$ BEGIN LOOP " + work
                                + " IN (SELECT ctid FROM " + table
                                + " WHERE … LIMIT 10000); EXIT WHEN NOT FOUND; COMMIT; END LOOP; END $$; – the condition no"
                                + " longer holds for rows that are done. An index that finds the rows helps as well."
                        : "Let a backfill do it, in batches: migrations revision -m "
                                + scene.migration().module().name() + " --backfill \"…\", with -- table: " + table
                                + ", -- key: " + key + " and " + work + " " + range
                                + " … . An index that finds the rows helps as well.");
    }
}
