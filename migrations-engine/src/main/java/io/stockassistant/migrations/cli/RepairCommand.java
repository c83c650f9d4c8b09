package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Mend;
import io.stockassistant.migrations.apply.RepairRun;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.SqlFile;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes the histories agree with the files. */
@Command(
        name = "repair",
        header = "Makes the histories in the database agree with the files again.",
        description = {
            "",
            "Rows of migrations that did not end are taken back, checksums and descriptions become those of the "
                    + "files, and what has lost its file is marked as deleted; so it is with the books of backfills. It "
                    + "changes these and histories alone, shows what it would do, with what was edited where git "
                    + "remembers the old file, and asks; without a terminal it needs --yes."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations repair shop@20260301          the row of one migration",
            "  migrations repair --yes                  everything, without asking"
        })
final class RepairCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Mixin
    private RunOptions run = new RunOptions();

    @Parameters(
            paramLabel = "MODULE|MODULE@VERSION",
            arity = "0..1",
            description = "Only the rows of this module or migration.")
    private @Nullable String only;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    private final Map<Mend, String> differences = new HashMap<>();

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace()) {
            ProblemException.throwIfAny(workspace.planner().fileProblems());
            return root.console().show(new Repaired(repair(workspace, concerned(workspace)), differences));
        }
    }

    /** A migration that has lost its file can be named too, by its whole version. */
    private Predicate<Mend> concerned(Workspace workspace) {
        if (only == null) {
            return each -> true;
        }
        Optional<Revision> revision = Revision.find(only);
        String module = revision.map(Revision::module).orElse(only);
        workspace.modules().get(module);
        revision.ifPresent(named -> refuseUnknown(workspace, named));
        return revision.<Predicate<Mend>>map(named -> each -> named.toString().equals(each.name()))
                .orElse(each -> each.module().equals(module));
    }

    private static void refuseUnknown(Workspace workspace, Revision named) {
        boolean written =
                workspace.migrations().withBaselines(each -> false).find(named).isPresent()
                        || workspace.migrations().find(named).isPresent()
                        || workspace.migrations().findBackfill(named).isPresent()
                        || workspace.histories().findBackfill(named).isPresent();
        if (!written
                && workspace.histories().of(named.module()).rows().stream()
                        .noneMatch(
                                each -> each.version() != null && each.version().equals(named.version()))) {
            throw Problem.of(
                            ProblemCode.UNKNOWN_REVISION,
                            "There is no migration '" + named + "', neither as a file nor in the history.",
                            "migrations history " + named.module())
                    .asException();
        }
    }

    private List<Mend> repair(Workspace workspace, Predicate<Mend> concerned) {
        try (RunProgress progress = new RunProgress(root.console())) {
            return new RepairRun(workspace.runContext(run.settings(), progress)).run(concerned, this::consent);
        } catch (SQLException e) {
            throw workspace.target().refused(e);
        }
    }

    private boolean consent(List<Mend> mends) {
        Console console = root.console();
        mends.forEach(each -> describe(each, console));
        if (yes || (console.isInteractive() && console.confirm("Change the histories like this?"))) {
            return true;
        }
        throw Problem.of(
                        ProblemCode.CONFIRMATION_REQUIRED,
                        "Nothing was changed: " + mends.size() + (mends.size() == 1 ? " correction" : " corrections")
                                + " would be made.",
                        "migrations repair " + (only == null ? "" : only + " ") + "--yes")
                .asException();
    }

    /** An edit is accepted by whoever has seen it. */
    private void describe(Mend mend, Console console) {
        console.note("  " + mend.name() + ": " + mend.what());
        Integer applied = mend.row().checksum();
        if (mend.edited() instanceof SqlFile edited && applied != null) {
            OldVersion.findDifference(edited, applied).ifPresent(difference -> {
                differences.put(mend, difference);
                difference.lines().forEach(line -> console.note("    " + line));
            });
        }
    }

    /** @param differences between the files that were applied and the ones that are there, where they are known */
    private record Repaired(List<Mend> mends, Map<Mend, String> differences) implements Report {

        @Override
        public void print(Console console) {
            console.line(
                    mends.isEmpty()
                            ? "Nothing to repair."
                            : "Repaired: " + mends.size() + (mends.size() == 1 ? " correction." : " corrections."));
        }

        @Override
        public Map<String, Object> json() {
            return Json.object(
                    "repaired",
                    mends.stream()
                            .map(each -> Json.object(
                                    "module",
                                    each.module(),
                                    "version",
                                    Optional.ofNullable(each.row().version()),
                                    "what",
                                    each.what(),
                                    "diff",
                                    differences.get(each)))
                            .toList());
        }
    }
}
