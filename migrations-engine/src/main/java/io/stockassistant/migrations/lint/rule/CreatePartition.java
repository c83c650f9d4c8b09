package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

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
        return scene.effects().created().stream()
                .flatMap(part -> partitions.find(part.parent()).map(TableState::relation).stream()
                        .filter(parent -> scene.effects().holds(parent, LockMode.ACCESS_EXCLUSIVE))
                        .map(parent -> new Remark(
                                part.relation() + " is created as a part of " + parent + " while nobody can read that.",
                                "CREATE TABLE " + part.relation() + " (LIKE " + parent + " INCLUDING ALL); ALTER TABLE "
                                        + parent + " ATTACH PARTITION " + part.relation() + " " + part.values() + ";")))
                .toList();
    }
}
