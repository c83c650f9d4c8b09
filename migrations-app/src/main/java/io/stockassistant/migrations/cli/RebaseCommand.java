package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Rebase;
import io.stockassistant.migrations.script.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Gives late migrations newer timestamps. */
@Command(
        name = "rebase",
        header = "Gives pending migrations new versions after the head, if one of them would be out of order.",
        description = {
            "",
            "Renames their V, U and .conf files, and updates the depends-on headers that name them in all "
                    + "modules. What is applied is never touched."
        },
        footerHeading = "%nExample:%n",
        footer = "  migrations rebase data-engineering")
final class RebaseCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Parameters(paramLabel = "MODULE", description = "The module whose files are renamed.")
    private String module = "";

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace()) {
            ProblemException.throwIfAny(workspace.migrations().nameProblems());
            Module named = workspace.modules().get(module);
            ModuleHistory history = workspace.histories().of(module);
            List<Migration> late = late(workspace, history);
            if (late.isEmpty()) {
                return root.console().show(new Rebased(List.of(), List.of()));
            }
            Version head = workspace.migrations().findHead(module).orElseThrow().version();
            Rebase rebase = Rebase.after(
                    history.findCurrent()
                            .filter(each -> each.compareTo(head) > 0)
                            .orElse(head),
                    late,
                    workspace.migrations().hasTimestamps(module),
                    LocalDateTime.now(ZoneOffset.UTC));
            return root.console().show(carryOut(workspace, named, rebase));
        }
    }

    /** The first one that is late, and whatever is pending after it: they keep their order. */
    private List<Migration> late(Workspace workspace, ModuleHistory history) {
        List<Migration> pending = workspace.migrations().list(module).stream()
                .filter(each -> !history.holds(each.version()))
                .toList();
        Optional<Version> current = history.findCurrent();
        boolean isLate = !pending.isEmpty()
                && current.filter(applied -> pending.get(0).version().compareTo(applied) < 0)
                        .isPresent();
        return isLate ? pending : List.of();
    }

    private static Rebased carryOut(Workspace workspace, Module named, Rebase rebase) {
        try {
            Path folder = named.location().folder().orElseThrow(() -> noFolder(named));
            List<String> renamed = rebase.rename(folder);
            List<String> updated = new ArrayList<>();
            for (Module each : workspace.modules().list()) {
                Optional<Path> other = each.location().folder();
                if (other.isPresent()) {
                    rebase.updateHeaders(other.get()).forEach(file -> updated.add(file.toString()));
                }
            }
            return new Rebased(renamed, updated);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.inModule(
                            ProblemCode.INVALID_MODULE,
                            named.name(),
                            "A file of " + named.name() + " cannot be renamed or written: " + e.getMessage() + ".",
                            "Make the folder writable, look with 'git status' at what was done, and repeat."),
                    e);
        }
    }

    private static ProblemException noFolder(Module module) {
        return Problem.inModule(
                        ProblemCode.INVALID_MODULE,
                        module.name(),
                        "The source files of " + module.name() + " are not below this folder: "
                                + module.location().url() + " is all that is known.",
                        "Run it in the project's root, or name the modules' folder with --modules DIR.")
                .asException();
    }

    private record Rebased(List<String> renamed, List<String> updated) implements Report {

        @Override
        public void print(Console console) {
            if (renamed.isEmpty()) {
                console.line("Nothing to rebase: no pending migration is older than an applied one.");
            }
            renamed.forEach(each -> console.line("renamed  " + each));
            updated.forEach(each -> console.line("updated  " + each));
        }

        @Override
        public Map<String, Object> json() {
            return Json.object("renamed", renamed, "updated", updated);
        }
    }
}
