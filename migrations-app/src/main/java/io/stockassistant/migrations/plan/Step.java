package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.ScriptFile;

/**
 * Apply or undo one migration.
 *
 * @param reason why it is in the plan, in a few words
 */
public record Step(Migration migration, Direction direction, String reason) {

    public Revision revision() {
        return migration.revision();
    }

    public String module() {
        return migration.module();
    }

    /** The script that this step runs. */
    public ScriptFile file() {
        return direction == Direction.UP
                ? migration.upgrade()
                : migration.findDowngrade().orElseThrow();
    }
}
