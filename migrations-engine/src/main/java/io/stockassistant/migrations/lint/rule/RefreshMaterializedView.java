package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** REFRESH without CONCURRENTLY. */
final class RefreshMaterializedView implements StatementRule {

    @Override
    public About about() {
        return new About(
                "refresh-materialized-view",
                Severity.ERROR,
                "A materialized view cannot be read while it is refreshed",
                "REFRESH MATERIALIZED VIEW holds ACCESS EXCLUSIVE on the view until its query is done: every reader waits.",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY, which needs a unique index on columns of the view.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return scene.effects().rewritten().stream()
                .filter(each -> isRefreshed(scene, each))
                .map(each -> new Remark(
                        each + " cannot be read while it is refreshed.",
                        "REFRESH MATERIALIZED VIEW CONCURRENTLY " + each
                                + "; which needs a unique index without WHERE on columns of it."))
                .toList();
    }

    static boolean isRefreshed(Scene scene, Relation view) {
        return view.kind() == Relation.Kind.MATERIALIZED_VIEW
                && scene.effects().commands().stream()
                        .anyMatch(each -> each.tag().equals("REFRESH MATERIALIZED VIEW"));
    }
}
