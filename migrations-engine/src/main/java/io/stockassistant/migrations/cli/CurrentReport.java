package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.script.Migrations;
import java.util.List;
import java.util.Map;

/** Where each module is. */
record CurrentReport(List<ModulePosition> positions) implements Report {

    static final List<String> HEADER = List.of("module", "schema", "current", "head", "pending");

    static CurrentReport of(Migrations migrations, Histories histories) {
        return new CurrentReport(migrations.modules().list().stream()
                .map(each -> ModulePosition.of(each, migrations, histories))
                .toList());
    }

    @Override
    public void print(Console console) {
        console.table(HEADER, positions.stream().map(ModulePosition::row).toList());
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "modules", positions.stream().map(ModulePosition::json).toList());
    }
}
