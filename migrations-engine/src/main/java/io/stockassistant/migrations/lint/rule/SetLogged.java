package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** A table that begins or ends to be in the log. */
final class SetLogged implements StatementRule {

    @Override
    public About about() {
        return new About(
                "set-logged",
                Severity.ERROR,
                "A table is written anew to be logged, or not to be",
                "SET LOGGED and SET UNLOGGED copy the table while ACCESS EXCLUSIVE is held: nobody reads or writes it; what is unlogged is empty after a crash and on replicas.",
                "Create another table with the persistence that is wanted, copy the rows in batches, and swap the names in a later migration.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return RewriteCause.LOGGING.list(scene).stream()
                .map(
                        each -> new Remark(
                                each.table() + " is written anew while nobody can read it, to be "
                                        + (each.after().unlogged() ? "unlogged: a crash would empty it." : "logged."),
                                "CREATE " + (each.after().unlogged() ? "UNLOGGED " : "") + "TABLE "
                                        + SafeSql.beside(each.table(), SafeSql.name(each.table(), "new")) + " (LIKE "
                                        + each.table()
                                        + " INCLUDING ALL); copy the rows in batches, and swap the names in a later migration."))
                .toList();
    }
}
