package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** Columns of type json. */
final class JsonColumn implements StatementRule {

    @Override
    public About about() {
        return new About(
                "json-column",
                Severity.WARNING,
                "A column is json and not jsonb",
                "json has no equality: DISTINCT, GROUP BY and UNION fail on the column, and no index helps to search in it.",
                "jsonb, unless the text has to stay as it was written, with its blanks and its order: "
                        + "payload jsonb NOT NULL.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return MadeTables.remarks(
                scene,
                each -> each.type().equals("json") || each.type().equals("json[]"),
                names -> "json has no equality and no index to search in it: " + names + ".",
                names -> "Write jsonb instead of json.");
    }
}
