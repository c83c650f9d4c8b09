package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.authoring.NewBackfill;
import io.stockassistant.migrations.authoring.NewMigration;
import io.stockassistant.migrations.authoring.Title;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes the files of a new migration. */
@Command(
        name = "revision",
        header = "Writes the files of a new migration, empty or from the models. Needs no database.",
        description = {
            "",
            "A V file and a U file, named by the time (UTC) and the text, from the templates upgrade.sql.template and "
                    + "downgrade.sql.template of the module's folder, or of this program. The module's HEAD file "
                    + "names the new migration. What is there already is never overwritten.",
            "",
            "With --autogenerate the files have what leads from what the migrations build to what the module's models "
                    + "ask for, and back. Both ways are proven on throw-away databases that hold rows. Long locks are "
                    + "avoided: indexes and validations then stand in migrations of their own."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations revision -m data-engineering \"add lot size to stock info\"",
            "  migrations revision -m shop --depends-on billing@head \"invoices\"",
            "  migrations revision -m shop --autogenerate \"invoices\"    written from the models",
            "  migrations revision -m shop --backfill \"totals of orders\""
        })
final class RevisionCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Option(names = "-m", paramLabel = "MODULE", required = true, description = "The module that it belongs to.")
    private String module = "";

    @Option(
            names = "--depends-on",
            paramLabel = "REVISION",
            description = "What must have been applied before, in a module of dependsOn(): MODULE@VERSION or "
                    + "MODULE@head. May be given several times.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(
            names = "--irreversible",
            paramLabel = "WHY",
            description = "There is no way back, and why: the U file says so.")
    private @Nullable String irreversible;

    @Option(
            names = "--backfill",
            description = "Write a D file instead: a data migration in batches, for 'migrations backfill'.")
    private boolean backfill;

    @Mixin
    private AutogenerateOptions autogenerate = new AutogenerateOptions();

    @Parameters(paramLabel = "TEXT", description = "What it does, in a few words.")
    private String text = "";

    @Override
    public Integer call() {
        boolean fromModels = autogenerate.isWanted();
        try (Workspace workspace = root.openWorkspace()) {
            if (backfill) {
                refuseForBackfill(fromModels);
                return root.console()
                        .show(new WroteBackfill(
                                module,
                                new NewBackfill(module, Title.of(text), dependsOn)
                                        .write(workspace.modules().inFolders(), LocalDateTime.now(ZoneOffset.UTC))));
            }
            if (fromModels) {
                refuseIrreversible();
                return root.console()
                        .show(new AutogenerateRun(root, autogenerate)
                                .run(workspace, module, Title.of(text), dependsOn));
            }
            NewMigration migration = new NewMigration(module, Title.of(text), dependsOn, irreversible);
            NewMigration.Written written =
                    migration.write(workspace.modules().inFolders(), LocalDateTime.now(ZoneOffset.UTC));
            return root.console().show(new Wrote(module, written));
        }
    }

    private void refuseIrreversible() {
        if (irreversible != null) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--irreversible and --autogenerate exclude each other: the way back is written, too.",
                            "Leave one away.")
                    .asException();
        }
    }

    private void refuseForBackfill(boolean fromModels) {
        if (fromModels || irreversible != null) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--backfill excludes --autogenerate and --irreversible: there is nothing to undo in a backfill.",
                            "Leave one away.")
                    .asException();
        }
    }

    private record WroteBackfill(String module, NewBackfill.Written written) implements Report {

        @Override
        public void print(Console console) {
            console.line("wrote  " + ShortPath.of(written.file()));
            console.note("Fill in its header and its statement, then type: migrations validate --offline");
        }

        @Override
        public Map<String, Object> json() {
            return Json.object(
                    "module",
                    module,
                    "version",
                    written.version().toString(),
                    "files",
                    List.of(ShortPath.of(written.file())));
        }
    }

    private record Wrote(String module, NewMigration.Written written) implements Report {

        @Override
        public void print(Console console) {
            files().forEach(each -> console.line("wrote  " + each));
            console.note("Write the change into the V file and its way back into the U file, then type:"
                    + " migrations validate --offline");
        }

        @Override
        public Map<String, Object> json() {
            return Json.object("module", module, "version", written.version().toString(), "files", files());
        }

        private List<String> files() {
            return written.files().stream().map(ShortPath::of).toList();
        }
    }
}
