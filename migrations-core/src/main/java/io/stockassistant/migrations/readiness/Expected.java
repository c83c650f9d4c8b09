package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.model.ModelTables;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PlaceholderValues;
import java.util.List;
import java.util.Optional;

/**
 * What an application brings and asks for; it stays the same as long as the application runs.
 *
 * @param files empty where somebody else migrates
 */
record Expected(Modules modules, ModelTables tables, Optional<Migrations> files) {

    static Expected read(Modules modules, ReadinessSettings settings) {
        return new Expected(
                modules,
                ModelTables.of(modules),
                settings.policy() == ReadinessPolicy.MIGRATE_IS_NOT_MINE
                        ? Optional.empty()
                        : Optional.of(Migrations.list(
                                modules, () -> PlaceholderValues.ofBystander(settings.placeholders()))));
    }

    /** Whether everything could be listed and loaded. */
    boolean isWhole() {
        return tables.problems().isEmpty()
                && files.filter(each -> !each.nameProblems().isEmpty()).isEmpty();
    }

    Readiness judge(Seen seen) {
        return files.map(each -> new Judgement(each, seen.histories(), seen.tables()).on(seen.database()))
                .orElseGet(() -> judgeTables(seen));
    }

    private Readiness judgeTables(Seen seen) {
        List<ModuleReadiness> each = modules.list().stream()
                .map(module -> ModuleReadiness.ofTables(seen.tables().of(module.name())))
                .toList();
        return new Readiness(
                Optional.empty(),
                seen.database(),
                each,
                List.of(),
                seen.tables().problems());
    }
}
