package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Collectors;

/** TRUNCATE of a table that was there. */
final class Truncate implements StatementRule {

    @Override
    public About about() {
        return new About(
                "truncate",
                Severity.ERROR,
                "A table is emptied",
                "All rows are lost, without a trace for triggers; and the table is locked for everybody until the end of"
                        + " the transaction.",
                "DELETE with a condition that says which rows shall go, in batches; or, above the "
                        + "statement, the reason why all of them may go: -- lint:ignore truncate a cache that fills "
                        + "itself again.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        List<Relation> tables = scene.effects().truncated().stream()
                .filter(each -> scene.migration().findOlder(each.oid()).isPresent())
                .toList();
        if (tables.isEmpty()) {
            return List.of();
        }
        String names = scene.migration().wholesOf(tables).stream()
                .map(Relation::qualified)
                .collect(Collectors.joining(", "));
        return List.of(new Remark(
                "All rows of " + names + " are lost.",
                "DELETE FROM … WHERE … if not all of them shall go; if they shall, say so above the statement:"
                        + " -- lint:ignore truncate REASON"));
    }
}
