package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** An exclusion constraint on a table that is there. */
final class AddExclusionBuildsIndex implements StatementRule {

    @Override
    public About about() {
        return new About(
                "add-exclusion-builds-index",
                Severity.ERROR,
                "A new exclusion constraint builds its index",
                "The index is built while ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "There is no way to build it beside running work: add it in a maintenance window, or to a new table into which the rows are copied in batches.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        return NewConstraint.listOfOldColumns(scene, ConstraintKind.EXCLUSION)
                .filter(each -> each.builds(partitions))
                .map(each -> new Remark(
                        "The index of " + each.constraint().name() + " is built while nobody can read or write "
                                + each.change().table() + ".",
                        SafeSql.added(each)))
                .toList();
    }
}
