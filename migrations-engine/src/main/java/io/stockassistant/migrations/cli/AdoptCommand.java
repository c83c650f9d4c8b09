package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Adoption;
import io.stockassistant.migrations.apply.AdoptionRun;
import io.stockassistant.migrations.apply.AdoptionWish;
import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.module.QualifiedName;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Takes over a Flyway history that several modules share. */
@Command(
        name = "adopt",
        header = "Splits a Flyway history that several modules share into one a module.",
        description = {
            "",
            "Each row goes to the module that has its script, with checksum, user and times as they are; the shared "
                    + "table stays untouched. All of it is one transaction. It shows what it would do, and asks; "
                    + "without a terminal it needs --yes. A history of one module alone needs no command: name it in "
                    + "the module's descriptor."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations adopt --from public.flyway_schema_history --dry-run",
            "  migrations adopt --from public.flyway_schema_history --yes"
        })
final class AdoptCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "SCHEMA.TABLE",
            description = "The shared history; a part in double quotes is read as SQL does.")
    private String from = "";

    @Option(
            names = "--assign",
            paramLabel = "SCRIPT=MODULE",
            description = "Whose script this is, where its name does not say it; may be repeated.")
    private List<String> assigned = List.of();

    @Option(
            names = "--ignore",
            paramLabel = "SCRIPT",
            description = "Leave the rows of this script behind; may be repeated.")
    private List<String> ignored = List.of();

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        HistoryTable table = QualifiedName.find(from)
                .orElseThrow(() -> invalid(
                        "'" + from + "' names no table of the form schema.table.",
                        "migrations adopt --from public.flyway_schema_history"));
        try (Workspace workspace = root.openWorkspace()) {
            ProblemException.throwIfAny(workspace.planner().fileProblems());
            AdoptionWish wish = new AdoptionWish(table, assignments(workspace.modules()), Set.copyOf(ignored));
            return root.console().show(new AdoptReport(adopt(workspace, wish), dryRun));
        }
    }

    private Map<String, String> assignments(Modules modules) {
        Map<String, String> byScript = new LinkedHashMap<>();
        for (String each : assigned) {
            int end = each.lastIndexOf('=');
            if (end < 1) {
                throw invalid("--assign is '" + each + "', and should be SCRIPT=MODULE.", "migrations adopt --help");
            }
            String script = each.substring(0, end);
            String module = modules.get(each.substring(end + 1)).name();
            String other = byScript.put(script, module);
            if (other != null && !other.equals(module)) {
                throw invalid(
                        "--assign gives '" + script + "' to " + other + " and to " + module + ".",
                        "Leave one of the two away.");
            }
        }
        return byScript;
    }

    private Adoption adopt(Workspace workspace, AdoptionWish wish) {
        try (RunProgress progress = new RunProgress(root.console())) {
            return new AdoptionRun(workspace.runContext(run.settings(), progress)).run(wish, this::consent);
        } catch (SQLException e) {
            throw workspace.target().refused(e);
        }
    }

    private boolean consent(Adoption adoption) {
        if (dryRun) {
            return false;
        }
        Console console = root.console();
        AdoptReport.lines(adoption).forEach(console::note);
        if (yes || (console.isInteractive() && console.confirm("Write the modules' histories like this?"))) {
            return true;
        }
        throw Problem.of(
                        ProblemCode.CONFIRMATION_REQUIRED,
                        "Nothing was changed: the histories of "
                                + adoption.rows().size() + " modules would be written.",
                        "Repeat the command with --yes.")
                .asException();
    }

    private static ProblemException invalid(String message, String remedy) {
        return Problem.of(ProblemCode.INVALID_OPTION, message, remedy).asException();
    }
}
