package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.MigrationRule;
import io.stockassistant.migrations.lint.MigrationScene;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Severity;
import java.util.List;

/** A table that stayed empty on the shadow. */
final class TableWithoutRows implements MigrationRule {

    @Override
    public About about() {
        return new About(
                "table-without-rows",
                Severity.WARNING,
                "A table has no rows on the shadow",
                "No row could be made for it, so nobody knows whether the migration fails on those that are there.",
                "Try the migration on a copy of the database, and say so: -- lint:ignore table-without-rows REASON.");
    }

    @Override
    public List<Remark> check(MigrationScene scene) {
        return scene.observed().leftEmpty().entrySet().stream()
                .map(each -> new Remark(
                        "No row could be made for " + each.getKey() + " (" + each.getValue()
                                + "): whether this fails on rows is not known.",
                        about().safer()))
                .toList();
    }
}
