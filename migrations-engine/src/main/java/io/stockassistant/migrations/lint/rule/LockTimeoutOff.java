package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Stream;

/** A script that is ready to wait for a lock for ever. */
final class LockTimeoutOff implements StatementRule {

    @Override
    public About about() {
        return new About(
                "lock-timeout-off",
                Severity.WARNING,
                "The lock timeout is switched off",
                "A statement that waits for a lock makes everybody wait who comes after it; without a timeout an idle"
                        + " transaction somewhere stops the application.",
                "Leave lock_timeout alone: every migration begins with the configured one, and is tried again when it"
                        + " runs out.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        List<StatementEffects> earlier = scene.earlier();
        boolean wasOff =
                !earlier.isEmpty() && earlier.get(earlier.size() - 1).timeouts().lock() == 0;
        boolean sets = Stream.of("lock_timeout", "reset", "discard").anyMatch(each -> names(scene.sql(), each));
        if (scene.effects().timeouts().lock() != 0 || wasOff || !sets) {
            return List.of();
        }
        return List.of(new Remark(
                "From here on the migration waits for locks as long as it takes, and everybody behind it.",
                "Remove the statement, or give it a time: SET lock_timeout = '5s';"));
    }

    private static boolean names(String sql, String word) {
        return DeepTokens.of(sql).stream().anyMatch(each -> each.text().equals(word));
    }
}
