package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.BuiltIndex;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Stream;

/** A table or index that moves to another place. */
final class SetTablespace implements StatementRule {

    @Override
    public About about() {
        return new About(
                "set-tablespace",
                Severity.ERROR,
                "A table or index is copied to another tablespace",
                "All of it is copied while ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "An index can be built again in the other tablespace with CREATE INDEX CONCURRENTLY … TABLESPACE. For a table there is no way without the lock: do it in a maintenance window.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        Stream<Remark> tables = RewriteCause.TABLESPACE.list(scene).stream()
                .map(
                        each -> new Remark(
                                each.table() + " is copied to another tablespace while nobody can read it.",
                                "Do it in a maintenance window, or copy the rows in batches into a table that is there already."));
        Stream<Remark> indexes = scene.effects().built().stream()
                .filter(each -> isMoved(scene, each))
                .map(each -> new Remark(
                        each.index() + " is copied to another tablespace while nobody can read " + each.table() + ".",
                        "In a migration without a transaction: REINDEX (CONCURRENTLY, TABLESPACE name) INDEX "
                                + each.index() + ";"));
        return Stream.concat(tables, indexes).toList();
    }

    static boolean isMoved(Scene scene, BuiltIndex index) {
        return scene.effects().commands().stream()
                .anyMatch(each -> each.tag().equals("ALTER INDEX")
                        && each.oid() == index.index().oid());
    }
}
