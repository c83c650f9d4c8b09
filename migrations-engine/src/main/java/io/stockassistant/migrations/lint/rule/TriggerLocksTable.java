package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Stream;

/** A trigger that comes, or fires at other times. */
final class TriggerLocksTable implements StatementRule {

    @Override
    public About about() {
        return new About(
                "trigger-locks-table",
                Severity.WARNING,
                "A change of triggers stops writing to the table",
                "CREATE TRIGGER and ENABLE or DISABLE TRIGGER take SHARE ROW EXCLUSIVE on the table until the end of the transaction: every INSERT, UPDATE and DELETE waits.",
                "The trigger in a migration of its own, which ends at once; what it needs, and all that takes time, in others.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return new Partitions(scene)
                .changes(each -> !words(each).isEmpty()).stream()
                        .filter(each -> scene.stopping().stream()
                                .anyMatch(lock ->
                                        lock.relation().oid() == each.table().oid()))
                        .map(change -> new Remark(
                                "Nobody can write to " + change.table() + " until the end of the migration: "
                                        + String.join(", ", words(change)) + ".",
                                SafeSql.ALONE))
                        .toList();
    }

    private static List<String> words(TableChange change) {
        return Stream.concat(
                        change.addedTriggers().stream().map(each -> "the trigger " + each.name() + " is new"),
                        change.changedTriggers().stream().map(each -> "the trigger " + each.name() + " changes"))
                .toList();
    }
}
