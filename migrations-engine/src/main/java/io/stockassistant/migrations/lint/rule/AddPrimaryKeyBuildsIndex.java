package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** A primary key without an index for it. */
final class AddPrimaryKeyBuildsIndex implements StatementRule {

    @Override
    public About about() {
        return new About(
                "add-primary-key-builds-index",
                Severity.ERROR,
                "A new primary key builds its index",
                "The index is built, and all rows are read for a NULL, while ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "SET NOT NULL with the help of a check, CREATE UNIQUE INDEX CONCURRENTLY in a migration without a transaction, then ADD CONSTRAINT … PRIMARY KEY USING INDEX.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        return NewConstraint.listOfOldColumns(scene, ConstraintKind.PRIMARY_KEY)
                .filter(each -> each.builds(partitions))
                .map(each -> new Remark(
                        "The index of " + each.constraint().name() + " is built while nobody can read or write "
                                + each.change().table() + ".",
                        (SafeSql.notNullForKey(each) + " " + SafeSql.added(each)).strip()))
                .toList();
    }
}
