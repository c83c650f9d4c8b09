package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.script.Migration;

/** What was not proven, and why. */
public record Skipped(String module, String version, String reason) {

    static Skipped of(Migration migration, String reason) {
        return new Skipped(migration.module(), migration.version().toString(), reason);
    }
}
