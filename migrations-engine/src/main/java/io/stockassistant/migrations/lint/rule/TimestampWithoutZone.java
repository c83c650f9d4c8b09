package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** Columns of type timestamp without a time zone. */
final class TimestampWithoutZone implements StatementRule {

    @Override
    public About about() {
        return new About(
                "timestamp-without-zone",
                Severity.INFO,
                "A timestamp without a time zone",
                "What moment it means depends on the time zone of whoever has written it, and nobody has written that"
                        + " down.",
                "timestamptz, which is a moment and takes no more room: created_at timestamptz NOT NULL "
                        + "DEFAULT now().");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return MadeTables.remarks(
                scene,
                each -> each.type().matches("timestamp(\\(\\d\\))? without time zone(\\[\\])?"),
                names -> "It depends on the reader's time zone which moment is meant: " + names + ".",
                names -> "Write timestamptz.");
    }
}
