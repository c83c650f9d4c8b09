package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.MigrationRule;
import io.stockassistant.migrations.lint.MigrationScene;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Severity;
import java.util.List;

/** An index that serves nobody. */
final class InvalidIndex implements MigrationRule {

    @Override
    public About about() {
        return new About(
                "invalid-index",
                Severity.ERROR,
                "An index is invalid at the end of the migration",
                "An index whose build broke off is kept up to date and used by no query, and IF NOT EXISTS is content with it.",
                "DROP INDEX CONCURRENTLY it, and build it again; or REINDEX INDEX CONCURRENTLY.");
    }

    @Override
    public List<Remark> check(MigrationScene scene) {
        return scene.effects().tables().stream()
                .filter(each -> each.relation().kind() == Relation.Kind.TABLE)
                .flatMap(table -> table.indexes().stream()
                        .filter(each -> !each.valid() && !wasInvalid(scene, table, each))
                        .map(each -> remark(table.relation(), each)))
                .toList();
    }

    private static boolean wasInvalid(MigrationScene scene, TableState table, Index index) {
        return scene.effects().created().stream().noneMatch(each -> each.equals(table))
                && scene.statements().stream()
                        .flatMap(each -> each.changes().stream())
                        .filter(each -> each.table().oid() == table.relation().oid())
                        .noneMatch(each -> each.after().findIndex(index.oid()).isPresent()
                                && each.before()
                                        .findIndex(index.oid())
                                        .filter(old -> !old.valid())
                                        .isEmpty());
    }

    private static Remark remark(Relation table, Index index) {
        return new Remark(
                index.name() + " on " + table + " is invalid: no query uses it.",
                "In a migration without a transaction: REINDEX INDEX CONCURRENTLY "
                        + SafeSql.beside(table, index.name()) + ";");
    }
}
