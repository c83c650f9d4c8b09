package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** A unique constraint without an index for it. */
final class AddUniqueBuildsIndex implements StatementRule {

    @Override
    public About about() {
        return new About(
                "add-unique-builds-index",
                Severity.ERROR,
                "A new unique constraint builds its index",
                "The index is built while ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "CREATE UNIQUE INDEX CONCURRENTLY in a migration without a transaction, then ADD CONSTRAINT … UNIQUE USING INDEX.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        return NewConstraint.listOfOldColumns(scene, ConstraintKind.UNIQUE)
                .filter(each -> each.builds(partitions))
                .map(each -> new Remark(
                        "The index of " + each.constraint().name() + " is built while nobody can read or write "
                                + each.change().table() + ".",
                        SafeSql.added(each)))
                .toList();
    }
}
