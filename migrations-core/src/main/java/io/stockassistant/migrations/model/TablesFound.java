package io.stockassistant.migrations.model;

import io.stockassistant.migrations.problem.Problem;
import java.util.List;
import java.util.Map;

/** The tables of all modules' models in one database. */
public final class TablesFound {

    /** Where nobody has looked. */
    public static final TablesFound NONE = new TablesFound(Map.of(), List.of());

    private final Map<String, ModuleTables> byModule;
    private final List<Problem> problems;

    TablesFound(Map<String, ModuleTables> byModule, List<Problem> problems) {
        this.byModule = Map.copyOf(byModule);
        this.problems = List.copyOf(problems);
    }

    /** The models of which nobody knows the table, so that it could not be looked for. */
    public List<Problem> problems() {
        return problems;
    }

    /** Those of a module; none where it has no models. */
    public ModuleTables of(String module) {
        return byModule.getOrDefault(module, new ModuleTables(module, module, List.of(), List.of()));
    }
}
