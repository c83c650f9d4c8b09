package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.script.Migration;

/**
 * What was not proven, and why.
 *
 * @param wentUp whether it was carried out at all
 */
public record Skipped(String module, String version, boolean wentUp, String reason) {

    static Skipped of(Migration migration, String reason) {
        return new Skipped(migration.module(), migration.version().toString(), true, reason);
    }
}
