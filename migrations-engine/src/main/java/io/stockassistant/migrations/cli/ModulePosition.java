package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Pending;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a module is and where it could be.
 *
 * @param current the newest version that is there whole
 * @param pending how many of its migrations are not in the database, or only in part
 */
record ModulePosition(Module module, Optional<Version> current, Optional<Version> head, long pending) {

    static ModulePosition of(Module module, Migrations files, Histories histories) {
        return new ModulePosition(
                module,
                histories.of(module.name()).findLastWhole(),
                Planner.seenBy(files, histories).findHead(module.name()).map(Migration::version),
                Pending.list(files, histories, module.name()).size());
    }

    List<String> row() {
        return List.of(
                module.name(), module.schema(), text(current), text(head), pending == 0 ? "-" : Long.toString(pending));
    }

    static String text(Optional<Version> version) {
        return version.map(Version::toString).orElse("-");
    }

    Map<String, Object> json() {
        return Json.object(
                "module", module.name(),
                "schema", module.schema(),
                "current", current,
                "head", head,
                "pending", pending);
    }
}
