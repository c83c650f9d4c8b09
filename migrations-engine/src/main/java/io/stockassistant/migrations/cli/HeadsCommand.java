package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows the newest migration of each module, from the files alone. */
@Command(
        name = "heads",
        header = "Shows the newest migration of each module. Needs no database.",
        footerHeading = "%nExample:%n",
        footer = "  migrations heads")
final class HeadsCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace()) {
            ProblemException.throwIfAny(workspace.migrations().nameProblems());
            return root.console().show(new Heads(workspace.migrations()));
        }
    }

    private record Heads(Migrations migrations) implements Report {

        @Override
        public void print(Console console) {
            console.table(
                    List.of("module", "head", "description"),
                    migrations.modules().list().stream().map(this::row).toList());
        }

        private List<String> row(Module module) {
            return List.of(
                    module.name(),
                    ModulePosition.text(migrations.findHead(module.name()).map(Migration::version)),
                    migrations
                            .findHead(module.name())
                            .map(Migration::description)
                            .orElse(""));
        }

        @Override
        public Map<String, Object> json() {
            return Json.object(
                    "modules",
                    migrations.modules().list().stream()
                            .map(each -> Json.object(
                                    "module",
                                    each.name(),
                                    "head",
                                    migrations.findHead(each.name()).map(Migration::version)))
                            .toList());
        }
    }
}
