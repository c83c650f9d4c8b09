package io.stockassistant.migrations.history;

import io.stockassistant.migrations.script.Revision;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Histories histories && byModule.equals(histories.byModule);
    }

    @Override
    public int hashCode() {
        return byModule.hashCode();
    }
}
