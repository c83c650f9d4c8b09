package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A partition that has to prove that its rows belong there. */
final class AttachPartitionScan implements StatementRule {

    @Override
    public About about() {
        return new About(
                "attach-partition-scan",
                Severity.ERROR,
                "A partition is read as a whole before it is attached",
                "All rows of the new partition, and of a default partition, are compared with its bounds, and indexes that it lacks are built, while ACCESS EXCLUSIVE is held on it.",
                "First a CHECK with the bounds, NOT VALID, VALIDATE CONSTRAINT in a later migration, and the same indexes as the parent with CREATE INDEX CONCURRENTLY; then ATTACH PARTITION, which believes them, and DROP CONSTRAINT.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        Stream<Remark> attached = scene.effects().changes().stream()
                .filter(each -> each.before().parent() == 0 && each.after().parent() != 0)
                .flatMap(each -> Stream.concat(reads(partitions, each), builds(partitions, each)));
        Stream<Remark> others = newPartitions(scene)
                .flatMap(each -> scene.effects().scanned().stream()
                        .filter(read -> isDefaultBeside(partitions, read, each))
                        .map(read -> ofDefault(read, each)));
        return Stream.concat(attached, others).toList();
    }

    private static Stream<TableState> newPartitions(Scene scene) {
        return Stream.concat(
                        scene.effects().created().stream(),
                        scene.effects().changes().stream()
                                .filter(each -> each.before().parent() == 0)
                                .map(TableChange::after))
                .filter(each -> each.parent() != 0);
    }

    /** An index is built from a reading of its own, which says nothing about a proof. */
    private static boolean isProven(Partitions partitions, TableChange change) {
        return !partitions.built(change.table()).isEmpty()
                && change.before().constraints().stream()
                        .anyMatch(each -> each.validated()
                                && each.definition().contains(change.after().bounds()));
    }

    private static Stream<Remark> reads(Partitions partitions, TableChange change) {
        TableState part = change.after();
        Relation table = part.relation();
        return partitions.isScanned(table) && !isProven(partitions, change)
                ? Stream.of(new Remark(
                        table
                                + " is read as a whole while nobody can read or write it, for rows that do not belong into "
                                + part.values() + ".",
                        part.bounds().contains("satisfies_hash_partition")
                                ? "The bounds of a hash name the parent by its oid, which is another one in each database: no"
                                        + " check in a migration proves them. Attach it while it is empty, and copy the rows"
                                        + " in batches."
                                : proof(table, part.bounds()) + " then attach it, and: ALTER TABLE " + table
                                        + " DROP CONSTRAINT " + SafeSql.name(table, "bounds") + ";"))
                : Stream.of();
    }

    private static String proof(Relation table, String bounds) {
        return SafeSql.checkedLater(table, SafeSql.name(table, "bounds"), "CHECK (" + bounds + ")");
    }

    private static Stream<Remark> builds(Partitions partitions, TableChange change) {
        return partitions.built(change.table()).isEmpty()
                ? Stream.of()
                : Stream.of(new Remark(
                        "Indexes of " + change.table() + " are built while nobody can read or write it.",
                        "Before, in a migration without a transaction: "
                                + change.addedIndexes().stream()
                                        .map(each -> SafeSql.concurrently(each.definition()))
                                        .collect(Collectors.joining(" "))));
    }

    private static boolean isDefaultBeside(Partitions partitions, Relation read, TableState part) {
        return partitions
                .find(read.oid())
                .filter(each -> each.parent() == part.parent() && each.values().equals("DEFAULT"))
                .isPresent();
    }

    private static Remark ofDefault(Relation read, TableState part) {
        return new Remark(
                read
                        + ", the default partition, is read as a whole while nobody can read or write it, for rows that belong"
                        + " into " + part.relation() + ".",
                proof(read, "NOT (" + part.bounds() + ")") + " then what you wrote, and: ALTER TABLE " + read
                        + " DROP CONSTRAINT " + SafeSql.name(read, "bounds") + ";");
    }
}
