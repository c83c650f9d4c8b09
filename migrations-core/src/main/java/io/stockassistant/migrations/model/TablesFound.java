package io.stockassistant.migrations.model;

import java.util.List;
import java.util.Map;

/** The tables of all modules' models in one database. */
public final class TablesFound {

    /** Where nobody has looked. */
    public static final TablesFound NONE = new TablesFound(Map.of());

    private final Map<String, ModuleTables> byModule;

    TablesFound(Map<String, ModuleTables> byModule) {
        this.byModule = Map.copyOf(byModule);
    }

    /** Those of a module; none where it has no models. */
    public ModuleTables of(String module) {
        return byModule.getOrDefault(module, new ModuleTables(module, module, List.of(), List.of()));
    }
}
