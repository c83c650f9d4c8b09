package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.Set;

/** Keys that count and end at 2 147 483 647. */
final class NarrowKey implements StatementRule {

    private static final Set<String> NARROW = Set.of("integer", "smallint");

    @Override
    public About about() {
        return new About(
                "narrow-key",
                Severity.INFO,
                "A key that counts is no bigint",
                "When the numbers run out every INSERT fails, and a wider type means that the table and all that refers to"
                        + " it are written anew; lost numbers count as well.",
                "bigint from the beginning: id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return MadeTables.remarks(
                scene,
                each -> NARROW.contains(each.type()) && counts(each),
                names -> "Its numbers run out one day: " + names + ".",
                names -> "Write bigint GENERATED ALWAYS AS IDENTITY, or bigserial.");
    }

    private static boolean counts(Column column) {
        return column.identity()
                || column.findDefault()
                        .filter(each -> each.startsWith("nextval("))
                        .isPresent();
    }
}
