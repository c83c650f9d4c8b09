package io.stockassistant.migrations.history;

import io.stockassistant.migrations.script.Revision;
import java.util.Map;

/** The histories of all modules at one moment. */
public final class Histories {

    private final Map<String, ModuleHistory> byModule;

    public Histories(Map<String, ModuleHistory> byModule) {
        this.byModule = Map.copyOf(byModule);
    }

    /** A module's history; an empty one when there is none yet. */
    public ModuleHistory of(String module) {
        return byModule.getOrDefault(module, ModuleHistory.empty());
    }

    /** Whether a migration needs no run any more. */
    public boolean holds(Revision revision) {
        return of(revision.module()).holds(revision.version());
    }
}
