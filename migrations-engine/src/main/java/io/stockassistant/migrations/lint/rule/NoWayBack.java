package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.MigrationRule;
import io.stockassistant.migrations.lint.MigrationScene;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.script.Change;
import io.stockassistant.migrations.script.Migration;
import java.util.List;

/** Migrations that say neither how they are undone nor why they cannot be. */
final class NoWayBack implements MigrationRule {

    @Override
    public About about() {
        return new About(
                "no-way-back",
                Severity.WARNING,
                "There is no way back",
                "If the release has to be taken back at night, somebody has to write the way back then.",
                "A U file beside the V file, which migrations revision writes with it; or, at the top of the V "
                        + "file, why there is none: -- irreversible: the old prices are gone.");
    }

    @Override
    public List<Remark> check(MigrationScene scene) {
        Change change = scene.effects().step().change();
        boolean isBaseline = change instanceof Migration migration && migration.isBaseline();
        if (scene.isUndo()
                || isBaseline
                || change.findVersion().isEmpty()
                || change.findDowngrade().isPresent()
                || change.upgrade().header().findIrreversible().isPresent()) {
            return List.of();
        }
        return List.of(new Remark(
                change + " says neither how it is undone nor why it cannot be.",
                "Write the file " + change.upgrade().fileName().replaceFirst("^V", "U")
                        + " beside it, or at its top: -- irreversible: REASON"));
    }
}
