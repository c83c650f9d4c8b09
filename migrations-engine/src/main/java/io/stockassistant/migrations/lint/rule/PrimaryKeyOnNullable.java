package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** A primary key whose index is there and whose columns may be NULL. */
final class PrimaryKeyOnNullable implements StatementRule {

    @Override
    public About about() {
        return new About(
                "primary-key-on-nullable",
                Severity.ERROR,
                "A primary key reads all rows for a NULL",
                "PRIMARY KEY USING INDEX sets NOT NULL, for which all rows are read while ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "First a CHECK (c IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT in a later migration, and SET NOT NULL; then PRIMARY KEY USING INDEX.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        return NewConstraint.listOfOldColumns(scene, ConstraintKind.PRIMARY_KEY)
                .filter(each -> each.findNewIndex().isEmpty()
                        && partitions.isScanned(each.change().table()))
                .filter(each -> !SafeSql.notNullForKey(each).isEmpty())
                .map(each -> new Remark(
                        each.change().table()
                                + " is read as a whole while nobody can read or write it, for a NULL in the columns of "
                                + each.constraint().name() + ".",
                        SafeSql.notNullForKey(each)))
                .toList();
    }
}
