package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** CREATE TABLE … PARTITION OF. */
final class CreatePartition implements StatementRule {

    @Override
    public About about() {
        return new About(
                "create-partition",
                Severity.WARNING,
                "A partition is created while nobody can read the whole table",
                "CREATE TABLE … PARTITION OF takes ACCESS EXCLUSIVE on the parent until the end of the transaction.",
                "CREATE TABLE … (LIKE parent INCLUDING ALL), then ALTER TABLE … ATTACH PARTITION, which lets others read and write the parent.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        Map<Relation, List<TableState>> created = new LinkedHashMap<>();
        for (TableState part : scene.effects().created()) {
            partitions
                    .find(part.parent())
                    .map(TableState::relation)
                    .filter(parent -> scene.effects().holds(parent, LockMode.ACCESS_EXCLUSIVE))
                    .ifPresent(parent -> created.computeIfAbsent(parent, each -> new ArrayList<>())
                            .add(part));
        }
        return created.entrySet().stream()
                .map(each -> remark(each.getKey(), each.getValue()))
                .toList();
    }

    private static Remark remark(Relation parent, List<TableState> parts) {
        return new Remark(
                parts.stream().map(each -> each.relation().qualified()).collect(Collectors.joining(", "))
                        + (parts.size() == 1 ? " is created as a part of " : " are created as parts of ") + parent
                        + " while nobody can read that.",
                parts.stream()
                        .map(each -> "CREATE TABLE " + each.relation() + " (LIKE " + parent
                                + " INCLUDING ALL); ALTER TABLE " + parent + " ATTACH PARTITION " + each.relation()
                                + " "
                                + each.values() + ";")
                        .collect(Collectors.joining(" ")));
    }
}
