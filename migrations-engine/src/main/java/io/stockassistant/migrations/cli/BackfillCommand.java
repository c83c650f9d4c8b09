package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.backfill.BackfillRun;
import io.stockassistant.migrations.backfill.BackfillState;
import io.stockassistant.migrations.backfill.Settlement;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillReader;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.Revision;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Looks after data migrations in batches. */
@Command(
        name = "backfill",
        header = "Runs and looks after data migrations in batches (D files).",
        synopsisSubcommandLabel = "(list | run | show | pause | resume | retry | resolve)",
        footerHeading = "%nExample:%n",
        footer = {"  migrations backfill run                    whatever is left to do", "  migrations backfill list"})
final class BackfillCommand {

    @ParentCommand
    private MigrationsCommand root;

    @Command(
            name = "list",
            header = "Lists the backfills of the modules, and how far they are.",
            footerHeading = "%nExample:%n",
            footer = "  migrations backfill list")
    int showAll() {
        try (Workspace workspace = root.openWorkspace()) {
            List<BackfillBook> books = workspace.target().query(connection -> new BackfillBooks(connection).list());
            return root.console().show(new BackfillList(BackfillNames.all(workspace), books));
        }
    }

    @Command(
            name = "run",
            header = "Runs backfills until nothing is left to do.",
            description = {
                "",
                "Killed or interrupted, it goes on where it was; several processes may run the same backfill. Ends "
                        + "with 5 when rows are left that could not be done."
            },
            footerHeading = "%nExample:%n",
            footer = {
                "  migrations backfill run shop@20260301120000 --parallel 2",
                "  migrations backfill run --max-rate 5000            rows a second, and no more"
            })
    int run(
            @Parameters(
                            paramLabel = "MODULE@VERSION",
                            arity = "0..*",
                            description = "Which; all that are left if none.")
                    @Nullable
                    List<String> names,
            @Mixin BackfillOptions options,
            @Option(names = "--restart", description = "Forget how far it is, and walk through the whole table again.")
                    boolean restart) {
        try (Workspace workspace = root.openWorkspace()) {
            List<BackfillBook> ended = new ArrayList<>();
            List<Backfill> named = BackfillNames.of(workspace, names == null ? List.of() : names);
            ProblemException.throwIfAny(notReady(named, workspace));
            for (Backfill each : named) {
                BackfillScript script = script(workspace, each);
                if (restart) {
                    workspace.target().query(connection -> {
                        new BackfillBooks(connection).forget(each.revision());
                        return true;
                    });
                }
                ended.add(run(workspace, script, options));
                if (root.interruption().isRequested()) {
                    break;
                }
            }
            return root.console()
                    .show(new BackfillsRun(ended, root.interruption().isRequested()));
        }
    }

    private static List<Problem> notReady(List<Backfill> backfills, Workspace workspace) {
        Histories histories = workspace.histories();
        List<Problem> problems = new ArrayList<>();
        for (Backfill backfill : backfills) {
            workspace.migrations().listNeededBy(backfill).stream()
                    .filter(each -> !histories.holds(each))
                    .findFirst()
                    .ifPresent(missing -> problems.add(Problem.inModule(
                            ProblemCode.NOT_UP_TO_DATE,
                            backfill.module(),
                            "The backfill " + backfill + " needs " + missing + ", which is not applied.",
                            "migrations upgrade " + missing)));
        }
        return problems;
    }

    private BackfillBook run(Workspace workspace, BackfillScript script, BackfillOptions options) {
        Backfill backfill = script.backfill();
        root.interruption().begin();
        try (BackfillProgress progress = new BackfillProgress(root.console(), backfill)) {
            return new BackfillRun(
                            workspace.target()::open,
                            script,
                            workspace.modules().get(backfill.module()).schema(),
                            options.settings(),
                            progress,
                            root.interruption())
                    .run();
        } catch (SQLException e) {
            throw workspace.target().refused(e);
        }
    }

    @Command(
            name = "show",
            header = "Shows how far a backfill is, and what could not be done.",
            footerHeading = "%nExample:%n",
            footer = "  migrations backfill show shop@20260301120000")
    int show(@Parameters(paramLabel = "MODULE@VERSION") String name) {
        try (Workspace workspace = root.openWorkspace()) {
            Backfill backfill = BackfillNames.get(workspace, name);
            return root.console()
                    .show(workspace.target().query(connection -> BackfillShown.read(backfill, connection)));
        }
    }

    @Command(
            name = "pause",
            header = "Lets all workers of a backfill stop, in whatever process, after the batch they are at.",
            footerHeading = "%nExample:%n",
            footer = "  migrations backfill pause shop@20260301120000")
    int pause(@Parameters(paramLabel = "MODULE@VERSION") String name) {
        return change(name, (books, revision) -> books.pause(revision) ? "Paused." : "Nobody is running it.");
    }

    @Command(
            name = "resume",
            header = "Lets a backfill go on, or changes the number of its workers while it runs.",
            footerHeading = "%nExample:%n",
            footer = "  migrations backfill resume shop@20260301120000 --parallel 4")
    int resume(
            @Parameters(paramLabel = "MODULE@VERSION") String name,
            @Option(
                            names = "--parallel",
                            paramLabel = "N",
                            converter = CountConverter.class,
                            description = "Workers of each process that runs it.")
                    @Nullable
                    Integer workers) {
        return change(name, (books, revision) -> {
            if (workers != null) {
                books.setWorkers(revision, workers);
            }
            return books.resume(revision)
                    ? "It may go on; where no process waits for that: migrations backfill run " + revision
                    : workers == null ? "It was not paused." : "Workers: " + workers + ".";
        });
    }

    @Command(
            name = "retry",
            header = "Puts what could not be done among what is left to do; 'backfill run' tries it again.",
            footerHeading = "%nExample:%n",
            footer = "  migrations backfill retry shop@20260301120000 && migrations backfill run")
    int retry(@Parameters(paramLabel = "MODULE@VERSION") String name) {
        return change(name, (books, revision) -> {
            int again = books.retry(revision);
            return again == 0
                    ? "There is no failure to try again."
                    : again + (again == 1 ? " failure" : " failures")
                            + " will be tried again by: migrations backfill run " + revision;
        });
    }

    @Command(
            name = "resolve",
            header = "Says of failures that they need no further attempt.",
            footerHeading = "%nExample:%n",
            footer = {
                "  migrations backfill resolve shop@20260301120000 --key 4711 --reason test",
                "  migrations backfill resolve shop@20260301120000 --all --reason old"
            })
    int resolve(
            @Parameters(paramLabel = "MODULE@VERSION") String name,
            @Option(names = "--key", paramLabel = "VALUE", description = "The key; once for each of its columns.")
                    @Nullable
                    List<String> key,
            @Option(names = "--all", description = "All failures.") boolean all,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is kept.")
                    String reason) {
        if (all == (key != null)) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "resolve needs either --key or --all.",
                            "migrations backfill show " + name)
                    .asException();
        }
        try (Workspace workspace = root.openWorkspace()) {
            Backfill backfill = BackfillNames.get(workspace, name);
            BackfillScript script = script(workspace, backfill);
            return change(workspace, backfill, (books, revision) -> {
                int resolved = books.resolve(revision, key == null ? List.of() : key, reason);
                new Settlement(
                                workspace.target()::open,
                                script,
                                workspace.modules().get(backfill.module()).schema())
                        .settle();
                return resolved == 0
                        ? "There is no such failure."
                        : resolved + (resolved == 1 ? " failure" : " failures") + " resolved."
                                + rest(books.find(revision).orElseThrow());
            });
        }
    }

    private static String rest(BackfillBook book) {
        return book.state() == BackfillState.COMPLETE
                ? " It is complete."
                : book.failures() > 0
                        ? " Left: " + book.failures() + "."
                        : " Rows are left to do: migrations backfill run " + book.revision();
    }

    /** Something that is written into the books, and what to say then. */
    private interface Change {
        String on(BackfillBooks books, Revision revision) throws SQLException;
    }

    private int change(String name, Change change) {
        try (Workspace workspace = root.openWorkspace()) {
            return change(workspace, BackfillNames.get(workspace, name), change);
        }
    }

    private int change(Workspace workspace, Backfill backfill, Change change) {
        return root.console().show(workspace.target().query(connection -> {
            BackfillBooks books = new BackfillBooks(connection);
            if (books.find(backfill.revision()).isEmpty()) {
                throw notBegun(backfill);
            }
            String message = change.on(books, backfill.revision());
            return new BackfillChanged(books.find(backfill.revision()).orElseThrow(), message);
        }));
    }

    private static RuntimeException notBegun(Backfill backfill) {
        return Problem.of(
                        ProblemCode.BACKFILL_PENDING,
                        backfill + " has not begun in this database.",
                        "migrations backfill run " + backfill)
                .asException();
    }

    private static BackfillScript script(Workspace workspace, Backfill backfill) {
        var module = workspace.modules().get(backfill.module());
        return new BackfillReader(module, workspace.placeholders().of(module)).read(backfill);
    }
}
