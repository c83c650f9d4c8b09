package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.squash.Squash;
import io.stockassistant.migrations.squash.SquashWish;
import io.stockassistant.migrations.squash.Squashing;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Replaces old migrations by a baseline. */
@Command(
        name = "squash",
        header = "Replaces the old migrations of a module by one baseline that builds the same, rows included.",
        description = {
            "",
            "The baseline is made on a throw-away database. Before anything is written, all modules are built from "
                    + "empty with the old files and with the new ones, and compared; a difference is shown and "
                    + "nothing is written. Without a terminal it needs --yes."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations squash data-engineering               everything up to the head",
            "  migrations squash shop --to 20260301 --yes       what is older stays out of sight, what is newer stays",
            "  migrations squash --all --to 20260301            modules that grew together, cut at one time"
        })
final class SquashCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Parameters(paramLabel = "MODULE", description = "The modules whose migrations are squashed.")
    private List<String> modules = List.of();

    @Option(names = "--all", description = "All modules.")
    private boolean all;

    @Option(names = "--to", paramLabel = "VERSION", description = "The newest migration to squash; the head if absent.")
    private @Nullable String to;

    @Option(
            names = "--last-release",
            paramLabel = "NAME",
            description = "The last release that has the old files: a database that lacks some of them is sent there.")
    private @Nullable String lastRelease;

    @Mixin
    private ShadowOptions shadows = new ShadowOptions();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        refuseUnlessModulesAreNamed();
        try (Workspace workspace = root.openWorkspace();
                Shadow shadow = workspace.target().shadow(shadows)) {
            SquashWish wish = new SquashWish(names(workspace), to, lastRelease);
            Squash squash = prepare(workspace, shadow, wish);
            consent(squash);
            squash.write();
            return root.console().show(new SquashReport(squash));
        }
    }

    private Squash prepare(Workspace workspace, Shadow shadow, SquashWish wish) {
        try {
            return new Squashing(workspace.migrations(), shadow, root.replay()).prepare(wish);
        } catch (SQLException e) {
            DatabaseSettings server = shadow.administration().settings();
            throw new ProblemException(FailedStatement.findProblem(e, server).orElseGet(() -> refused(server, e)), e);
        }
    }

    private static Problem refused(DatabaseSettings server, SQLException e) {
        return Problem.of(
                ProblemCode.SQUASH_REFUSED,
                "What the migrations leave behind cannot be read on the shadow server at " + server.address() + ": "
                        + FailedStatement.text(e) + ". Nothing was changed.",
                "Cut before the migration that makes what is named (--to), or use another server (--shadow-url).");
    }

    private void refuseUnlessModulesAreNamed() {
        if (all == !modules.isEmpty()) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            all ? "--all and names of modules exclude each other." : "No module is named.",
                            "migrations squash MODULE, or migrations squash --all")
                    .asException();
        }
    }

    private List<String> names(Workspace workspace) {
        return all
                ? workspace.modules().list().stream().map(each -> each.name()).toList()
                : modules;
    }

    private void consent(Squash squash) {
        Console console = root.console();
        SquashReport.lines(squash, false).forEach(each -> console.note("  " + each));
        if (yes || (console.isInteractive() && console.confirm("Change the files like this?"))) {
            return;
        }
        throw Problem.of(
                        ProblemCode.CONFIRMATION_REQUIRED,
                        "Nothing was changed: the baseline is proven, and would replace these files.",
                        "migrations squash " + (all ? "--all" : String.join(" ", modules))
                                + option("--to", to)
                                + option("--last-release", lastRelease)
                                + shadows.words() + " --yes")
                .asException();
    }

    private static String option(String name, @Nullable String value) {
        return value == null ? "" : " " + name + " " + CommandText.word(value);
    }
}
