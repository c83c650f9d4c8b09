package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.authoring.FilesToRebase;
import io.stockassistant.migrations.authoring.Rebase;
import io.stockassistant.migrations.authoring.RebasedFiles;
import io.stockassistant.migrations.authoring.SharedMigrations;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
                    + "name one on which the others' migrations are. Where git knows a branch that others have, "
                    + "their migrations keep their versions and those of this branch move. It shows what it would "
                    + "rename, and asks; without a terminal it needs --yes."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations rebase data-engineering",
            "  migrations rebase shop --yes --url postgres://reader@db.example.org/shop     against a shared database"
        })
final class RebaseCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Parameters(paramLabel = "MODULE", description = "The module whose files are renamed.")
    private String module = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace()) {
            workspace.modules().get(module);
            Migrations migrations = Migrations.list(workspace.modules().inFolders());
            ProblemException.throwIfAny(migrations.nameProblems());
            Histories histories = workspace.histories();
            String database = workspace.target().settings().url();
            SharedMigrations shared = shared(migrations.modules());
            Rebase rebase = Rebase.of(migrations, module, histories, shared, LocalDateTime.now(ZoneOffset.UTC));
            FilesToRebase files = rebase.files(migrations, histories);
            rebase.remarks().forEach(root.console()::warn);
            consent(files.list(), database, shared);
            files.carryOut();
            warnOfWhatIsOlderNow(migrations.modules());
            return root.console().show(new RebaseReport(files.list(), database, shared.branches()));
        }
    }

    private SharedMigrations shared(Modules modules) {
        return modules.get(module).location().folder().map(SharedBranches::of).orElseGet(SharedMigrations::unknown);
    }

    /** Which files move depends on whom this program has asked: so whoever consents is told. */
    private void consent(RebasedFiles files, String database, SharedMigrations shared) {
        List<String> renamed = files.renamed();
        if (renamed.isEmpty()) {
            return;
        }
        Console console = root.console();
        console.note("Not applied in " + database
                + (shared.branches().isEmpty()
                        ? ", and git knows of no branch that others have. Where theirs are applied elsewhere, name that"
                                + " database with --url."
                        : "; others have what is on " + shared + "."));
        renamed.forEach(each -> console.note("  " + each));
        if (yes || (console.isInteractive() && console.confirm("Rename these files?"))) {
            return;
        }
        throw Problem.of(
                        ProblemCode.CONFIRMATION_REQUIRED,
                        "Nothing was renamed: " + renamed.size() + (renamed.size() == 1 ? " file" : " files")
                                + " would be.",
                        "migrations rebase " + module + " --yes")
                .asException();
    }

    /** What names a migration that has become younger has to follow it. */
    private void warnOfWhatIsOlderNow(Modules modules) {
        new Planner(Migrations.list(modules))
                .fileProblems().stream()
                        .filter(each -> each.code() == ProblemCode.YOUNGER_DEPENDENCY)
                        .forEach(each -> root.console().warn(each.message() + " " + each.remedy()));
    }
}
