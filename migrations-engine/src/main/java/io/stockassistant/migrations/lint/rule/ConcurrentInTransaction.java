package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.FailureRule;
import io.stockassistant.migrations.lint.FailureScene;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Severity;
import java.util.List;

/** What the server does only outside of transactions. */
final class ConcurrentInTransaction implements FailureRule {

    @Override
    public About about() {
        return new About(
                "concurrent-in-transaction",
                Severity.ERROR,
                "A statement cannot run in a transaction",
                "Statements that commit on their way, as CREATE INDEX CONCURRENTLY or VACUUM do, are refused in a transaction, a function or a DO block.",
                "A migration of its own with nothing but this statement; the line executeInTransaction=false in its .conf file where it is not seen by itself.");
    }

    @Override
    public List<Remark> check(FailureScene scene) {
        if (!scene.isState("25001")) {
            return List.of();
        }
        String file = scene.failure().step().file().path();
        return List.of(new Remark(
                scene.failure().message().replaceFirst("\\.$", "") + ".",
                "Write it, outside of any function or DO block, into a migration of its own; if " + file
                        + ".conf says executeInTransaction=true, remove the line."));
    }
}
