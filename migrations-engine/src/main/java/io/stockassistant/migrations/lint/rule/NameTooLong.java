package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.apply.ServerNotice;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** Names that the server cuts off. */
final class NameTooLong implements StatementRule {

    private static final String TRUNCATED = "42622";

    @Override
    public About about() {
        return new About(
                "name-too-long",
                Severity.WARNING,
                "A name is cut off",
                "The server keeps 63 bytes of a name and says so in a notice that nobody reads; two long names can become"
                        + " the same, and code that looks the full one up does not find it.",
                "A shorter name.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return scene.effects().notices().stream()
                .filter(each -> each.sqlState().equals(TRUNCATED))
                .map(ServerNotice::message)
                .distinct()
                .map(each ->
                        new Remark("The server cuts a name off: " + each + ".", "Write a name of at most 63 bytes."))
                .toList();
    }
}
