package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.FileValidation;
import io.stockassistant.migrations.authoring.HeadFile;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Finds everything that is wrong with files and histories. */
@Command(
        name = "validate",
        header = "Checks all files, and the histories in the database against them.",
        description = {"", "Reports everything that is wrong, and ends with 3 if anything is."},
        footerHeading = "%nExample:%n",
        footer = "  migrations validate --offline          only the files; needs no database")
final class ValidateCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Option(names = "--offline", description = "Check the files alone.")
    private boolean offline;

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace()) {
            if (offline) {
                workspace.lookAtFilesOnly();
            }
            Optional<Histories> histories = offline ? Optional.empty() : Optional.of(workspace.histories());
            List<Problem> problems = new ArrayList<>(histories
                    .map(each -> workspace.planner().problems(each, false))
                    .orElseGet(() -> workspace.planner().fileProblems()));
            problems.addAll(HeadFile.problems(workspace.migrations()));
            problems.addAll(FileValidation.problems(workspace.migrations(), histories));
            return root.console()
                    .show(new Validation(problems.stream().distinct().toList(), offline));
        }
    }

    private record Validation(List<Problem> problems, boolean offline) implements Report {

        @Override
        public ExitStatus exitStatus() {
            return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
        }

        @Override
        public void print(Console console) {
            if (problems.isEmpty()) {
                console.line(offline ? "The files are valid." : "Files and histories are valid.");
            } else {
                problems.forEach(console::printProblem);
                console.line(problems.size() == 1 ? "1 problem." : problems.size() + " problems.");
            }
        }

        @Override
        public Map<String, Object> json() {
            return Json.object(
                    "problems", problems.stream().map(Problems::jsonOfFinding).toList());
        }
    }
}
