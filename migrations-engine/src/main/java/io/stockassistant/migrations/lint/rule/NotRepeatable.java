package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** Scripts without a transaction that do not run a second time. */
final class NotRepeatable implements StatementRule {

    @Override
    public About about() {
        return new About(
                "not-repeatable",
                Severity.WARNING,
                "A script without a transaction cannot be repeated",
                "When it stops in the middle, what it has done stays; the next run begins with the first statement again,"
                        + " and fails on it until somebody cleans up by hand.",
                "Write each statement so that it does nothing the second time: CREATE INDEX CONCURRENTLY "
                        + "IF NOT EXISTS orders_state_idx ON orders (state).");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return scene.migration()
                .observed()
                .findRepeat()
                .filter(each -> each.statement().equals(scene.effects().statement()))
                .map(each -> List.of(new Remark(
                        "When the migration is repeated after an interruption, this statement fails: " + each.message()
                                + ".",
                        remedy(scene.sql()))))
                .orElse(List.of());
    }

    private static String remedy(String sql) {
        String create = "(?is)(CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY)\\s+(?!IF\\b)(?!ON\\b)(.*)";
        String drop = "(?is)(DROP\\s+INDEX\\s+CONCURRENTLY)\\s+(?!IF\\b)(.*)";
        String better = sql.matches(create)
                ? sql.replaceFirst(create, "$1 IF NOT EXISTS $2")
                : sql.matches(drop) ? sql.replaceFirst(drop, "$1 IF EXISTS $2") : "";
        return better.isEmpty()
                ? "Write it so that it does nothing the second time: IF NOT EXISTS, IF EXISTS, ON CONFLICT DO NOTHING."
                : "Write: " + better + ";";
    }
}
