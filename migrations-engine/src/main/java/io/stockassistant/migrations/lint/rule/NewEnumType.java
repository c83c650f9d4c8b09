package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** CREATE TYPE … AS ENUM. */
final class NewEnumType implements StatementRule {

    @Override
    public About about() {
        return new About(
                "new-enum-type",
                Severity.INFO,
                "A new enum type",
                "A value can be added to an enum, but none can ever be removed, and the way back of one that is added is"
                        + " to build the type and all its columns anew.",
                "A text column with a check, which a later migration can change: state text NOT NULL "
                        + "CHECK (state IN ('new', 'paid')).");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return scene.migration().isUndo() || !DeepTokens.contains(scene.sql(), "as", "enum")
                ? List.of()
                : scene.effects().commands().stream()
                        .filter(each -> each.tag().equals("CREATE TYPE"))
                        .map(each -> new Remark(
                                "No value of " + each.identity() + " can ever be removed.",
                                "If values may go one day: a text column with CHECK (… IN (…)), or a table of values."))
                        .toList();
    }
}
