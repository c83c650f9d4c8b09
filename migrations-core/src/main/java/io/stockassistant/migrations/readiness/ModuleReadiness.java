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
 */
public record ModuleReadiness(String module, ModuleTables tables, List<String> pending, List<String> unknown) {

    public ModuleReadiness {
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
    }

    boolean isReady() {
        return tables.missing().isEmpty() && pending.isEmpty();
    }
}
