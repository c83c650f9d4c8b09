package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** A table that is written anew though nothing in it changes. */
final class ClusterOrVacuumFull implements StatementRule {

    @Override
    public About about() {
        return new About(
                "cluster-or-vacuum-full",
                Severity.ERROR,
                "A table is written anew only to be tidier",
                "CLUSTER and VACUUM FULL copy the table and build its indexes while ACCESS EXCLUSIVE is held: nobody reads or writes it.",
                "VACUUM, which frees space for new rows beside running work. To give space back to the disk: a maintenance window, or the extension pg_repack.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return RewriteCause.listOthers(scene).stream()
                .filter(each -> !RewriteCause.isByAlterTable(scene, each))
                .filter(each -> !RefreshMaterializedView.isRefreshed(scene, each))
                .map(each -> new Remark(
                        each + " is written anew while nobody can read it.",
                        "In a migration without a transaction: VACUUM " + each
                                + "; which frees space for new rows beside running work."))
                .toList();
    }
}
