package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.model.ModuleTables;
import java.util.List;

/**
 * What the database has of one module.
 *
 * @param tables those that the module's models ask for
 * @param pending the addresses of migrations that the application brings and the database lacks, as {@code shop@20260301}
 *     or {@code shop@R__views}
 * @param unknown the addresses of migrations that the database has and the application does not bring: a newer release has
 *     been here
 * @param otherTexts the addresses of repeatable migrations that have run with the application's text and, after that, with
 *     another one: that of a newer release, or an old one to which somebody went back. A history does not tell these apart
 */
public record ModuleReadiness(
        String module, ModuleTables tables, List<String> pending, List<String> unknown, List<String> otherTexts) {

    public ModuleReadiness {
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
        otherTexts = List.copyOf(otherTexts);
    }

    /** Where nobody has looked at the histories. */
    static ModuleReadiness ofTables(ModuleTables tables) {
        return new ModuleReadiness(tables.module(), tables, List.of(), List.of(), List.of());
    }

    boolean isReady() {
        return tables.missing().isEmpty() && pending.isEmpty();
    }
}
