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
import java.util.stream.Stream;

/** A partition that is taken out. */
final class DetachPartition implements StatementRule {

    @Override
    public About about() {
        return new About(
                "detach-partition",
                Severity.WARNING,
                "A partition is taken out while nobody can read the whole table",
                "DETACH PARTITION, and DROP TABLE of a partition, take ACCESS EXCLUSIVE on the parent until the end of the transaction.",
                "ALTER TABLE … DETACH PARTITION … CONCURRENTLY, in a migration of its own that runs without a transaction; drop it afterwards.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        if (Concurrent.is(scene)) {
            return List.of();
        }
        Partitions partitions = new Partitions(scene);
        Stream<TableState> detached = scene.effects().changes().stream()
                .filter(each -> each.before().parent() != 0 && each.after().parent() == 0)
                .map(TableChange::before);
        return Stream.concat(detached, scene.effects().gone().stream())
                .flatMap(part -> partitions
                        .find(part.parent())
                        .filter(parent -> scene.effects().gone().stream().noneMatch(each -> each.equals(parent)))
                        .map(parent -> remark(partitions, part, parent.relation()))
                        .stream())
                .toList();
    }

    private static Remark remark(Partitions partitions, TableState part, Relation parent) {
        boolean hasDefault = partitions.leaves(parent).stream()
                .anyMatch(each -> each.parent() == parent.oid() && each.values().equals("DEFAULT"));
        return new Remark(
                part.relation() + " is taken out while nobody can read " + parent + ".",
                hasDefault
                        ? "CONCURRENTLY is refused while there is a default partition. " + SafeSql.ALONE
                        : "In a migration without a transaction: ALTER TABLE " + parent + " DETACH PARTITION "
                                + part.relation() + " CONCURRENTLY;");
    }
}
