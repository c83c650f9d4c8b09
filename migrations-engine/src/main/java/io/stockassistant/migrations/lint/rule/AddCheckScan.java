package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** A check of the rows that are there. */
final class AddCheckScan implements StatementRule {

    @Override
    public About about() {
        return new About(
                "add-check-scan",
                Severity.ERROR,
                "A new check reads all rows",
                "ADD CONSTRAINT … CHECK reads all rows while ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "ADD CONSTRAINT … NOT VALID, which binds new rows at once, and VALIDATE CONSTRAINT in a later migration.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        return NewConstraint.listOfOldColumns(scene, ConstraintKind.CHECK)
                .filter(each -> each.reads(partitions))
                .map(each -> new Remark(
                        each.change().table() + " is read as a whole while nobody can read or write it, to check "
                                + each.constraint().name() + ".",
                        SafeSql.added(each)))
                .toList();
    }
}
