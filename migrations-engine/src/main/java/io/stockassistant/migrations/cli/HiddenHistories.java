package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.diff.Source;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The modules whose histories may stand in what is compared. Histories are no part of what modules want: those of all
 * modules that are known are left out.
 */
final class HiddenHistories {

    private HiddenHistories() {}

    static Modules of(Workspace workspace, List<Source> sources) {
        Map<String, Module> modules = new LinkedHashMap<>();
        for (Source each : sources) {
            if (each instanceof Source.ModuleFolder folder) {
                Modules.of(ModuleSource.folder(folder.path()))
                        .list()
                        .forEach(module -> modules.put(module.name(), module));
            }
        }
        if (sources.stream().anyMatch(HiddenHistories::isOfModulesAtHand)) {
            listModules(workspace).forEach(module -> modules.putIfAbsent(module.name(), module));
        }
        Set<String> names = modules.keySet();
        return Modules.of(modules.values().stream()
                .map(each -> new Module(
                        each.name(),
                        each.schema(),
                        each.history(),
                        each.dependsOn().stream().filter(names::contains).collect(Collectors.toSet()),
                        each.location()))
                .toList());
    }

    private static boolean isOfModulesAtHand(Source source) {
        return source.isLive() || source instanceof Source.AllMigrations || source instanceof Source.Models;
    }

    private static List<Module> listModules(Workspace workspace) {
        try {
            return workspace.modules().list();
        } catch (ProblemException e) {
            if (e.problems().get(0).code() == ProblemCode.NO_MODULES) {
                return List.of(); // two databases compare without any
            }
            throw e;
        }
    }
}
