package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** Columns of type char(n). */
final class CharColumn implements StatementRule {

    @Override
    public About about() {
        return new About(
                "char-column",
                Severity.INFO,
                "A column is char(n)",
                "Values are filled with blanks to their full length, and in comparisons the blanks at the end do not count:"
                        + " that surprises, and saves nothing.",
                "text, with a check where the length matters: code text NOT NULL CHECK (length(code) = " + "3).");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return MadeTables.remarks(
                scene,
                each -> each.type().startsWith("character(") || each.type().equals("character"),
                names -> "Values are filled with blanks: " + names + ".",
                names -> "Write text, with CHECK (length(…) = …) where the length matters.");
    }
}
