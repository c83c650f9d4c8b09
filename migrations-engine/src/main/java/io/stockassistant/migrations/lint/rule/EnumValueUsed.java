package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.FailureRule;
import io.stockassistant.migrations.lint.FailureScene;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Severity;
import java.util.List;

/** ALTER TYPE … ADD VALUE, and the value is used before it is committed. */
final class EnumValueUsed implements FailureRule {

    private static final String UNSAFE_NEW_VALUE = "55P04";

    @Override
    public About about() {
        return new About(
                "enum-value-used",
                Severity.ERROR,
                "A new value of an enum is used in the transaction that adds it",
                "PostgreSQL refuses a value whose type does not have it for certain yet: the migration fails.",
                "Two migrations: one that adds the value, and one after it that uses it.");
    }

    @Override
    public List<Remark> check(FailureScene scene) {
        return scene.isState(UNSAFE_NEW_VALUE)
                ? List.of(new Remark(
                        "The migration has added the value itself: "
                                + scene.failure().message() + ".",
                        "Move ALTER TYPE … ADD VALUE to a migration before this one."))
                : List.of();
    }
}
