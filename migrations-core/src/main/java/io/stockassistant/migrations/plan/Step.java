package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.script.Change;
import io.stockassistant.migrations.script.ScriptFile;
import io.stockassistant.migrations.script.Version;
import java.util.Optional;

/**
 * Apply or undo one change.
 *
 * @param recorded whether only the history is written, because what the script does is in the database already
 * @param reason why it is in the plan, in a few words
 */
public record Step(Change change, Direction direction, boolean recorded, String reason) {

    /** A step that runs its script. */
    public static Step run(Change change, Direction direction, String reason) {
        return new Step(change, direction, false, reason);
    }

    /** A step that changes the history alone. */
    public static Step record(Change change, Direction direction, String reason) {
        return new Step(change, direction, true, reason);
    }

    public String module() {
        return change.module();
    }

    /** The change's version, if it has one. */
    public Optional<Version> findVersion() {
        return change.findVersion();
    }

    /** The change as messages name it: {@code module@version}. */
    public String name() {
        return change.toString();
    }

    /** Flyway's checksum of the step's file; a class need not have one. */
    public Optional<Integer> findChecksum() {
        return Optional.ofNullable(file().equals(change.upgrade()) ? change.checksum() : file().checksum());
    }

    /** The script that this step is about. */
    public ScriptFile file() {
        return direction == Direction.UP || (recorded && change.findDowngrade().isEmpty())
                ? change.upgrade()
                : change.findDowngrade().orElseThrow();
    }
}
