package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.authoring.Rebase;
import io.stockassistant.migrations.authoring.RebasedFiles;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
                    + "modules, and the module's HEAD file. What is applied in the database is never touched: "
                    + "name one on which the others' migrations are."
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
            workspace.modules().get(module);
            Migrations migrations = Migrations.list(workspace.modules().inFolders());
            ProblemException.throwIfAny(migrations.nameProblems());
            Histories histories = workspace.histories();
            RebasedFiles files = Rebase.of(migrations, module, histories, LocalDateTime.now(ZoneOffset.UTC))
                    .carryOut(migrations, histories);
            warnOfWhatIsOlderNow(migrations.modules());
            return root.console()
                    .show(new Rebased(
                            files.renamed(),
                            files.updated().stream().map(ShortPath::of).toList()));
        }
    }

    /** What names a migration that has become younger has to follow it. */
    private void warnOfWhatIsOlderNow(Modules modules) {
        new Planner(Migrations.list(modules))
                .fileProblems().stream()
                        .filter(each -> each.code() == ProblemCode.YOUNGER_DEPENDENCY)
                        .forEach(each -> root.console().warn(each.message() + " " + each.remedy()));
    }

    private record Rebased(List<String> renamed, List<String> updated) implements Report {

        @Override
        public void print(Console console) {
            if (renamed.isEmpty()) {
                console.line((updated.isEmpty() ? "Nothing to rebase" : "Nothing to rename")
                        + ": no pending migration is older than an applied one.");
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
