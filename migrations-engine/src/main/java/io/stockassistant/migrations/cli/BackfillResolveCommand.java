package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.backfill.BackfillState;
import io.stockassistant.migrations.backfill.Settlement;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Backfill;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Gives failures up. */
@Command(
        name = "resolve",
        header = "Says of failures that they need no further attempt.",
        description = {"", "With the last one the backfill is complete, if no row is left."},
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations backfill resolve shop@20260301120000 --key 4711 --reason test",
            "  migrations backfill resolve shop@20260301120000 --all --reason old"
        })
final class BackfillResolveCommand implements Callable<Integer> {

    @ParentCommand
    private BackfillCommand parent;

    @Parameters(paramLabel = "MODULE[@VERSION]", description = BackfillNames.ONE)
    private String name = "";

    @Option(names = "--key", paramLabel = "VALUE", description = "The key; once for each of its columns.")
    private @Nullable List<String> key;

    @Option(names = "--all", description = "All failures.")
    private boolean all;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is kept.")
    private String reason = "";

    @Override
    public Integer call() {
        check(all != (key != null), "resolve needs either --key or --all.");
        check(!reason.isBlank(), "--reason has no word in it; it is what others will read.");
        try (Workspace workspace = parent.root().openWorkspace()) {
            Backfill backfill = BackfillNames.get(workspace, name);
            Settlement settlement = new Settlement(
                    workspace.target()::open,
                    BackfillNames.script(workspace, backfill),
                    workspace.modules().get(backfill.module()).schema());
            return new BackfillChanges(parent.root())
                    .make(workspace, List.of(backfill), (books, revision) -> resolve(books, backfill, settlement));
        }
    }

    private String resolve(BackfillBooks books, Backfill backfill, Settlement settlement) throws SQLException {
        int resolved = books.resolve(backfill.revision(), key == null ? List.of() : key, reason);
        check(
                resolved > 0 || key == null,
                backfill + " has no failure with the key " + String.join(", ", key == null ? List.of() : key) + ".");
        settlement.settle();
        return resolved == 0
                ? "There is no failure to resolve."
                : BackfillTexts.count(resolved, "failure", "failures") + " resolved."
                        + rest(books.find(backfill.revision()).orElseThrow());
    }

    private static String rest(BackfillBook book) {
        return book.state() == BackfillState.COMPLETE
                ? " It is complete."
                : book.failures() > 0
                        ? " Left: " + book.failures() + "."
                        : " Rows are left to do: migrations backfill run " + book.revision();
    }

    private void check(boolean makesSense, String otherwise) {
        if (!makesSense) {
            throw Problem.of(ProblemCode.INVALID_OPTION, otherwise, "migrations backfill show " + name)
                    .asException();
        }
    }
}
