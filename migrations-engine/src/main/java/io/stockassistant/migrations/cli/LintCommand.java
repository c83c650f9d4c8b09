package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.cli.CommonOptions.Output;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Lint;
import io.stockassistant.migrations.lint.LintReport;
import io.stockassistant.migrations.lint.LintSettings;
import io.stockassistant.migrations.lint.LintWish;
import io.stockassistant.migrations.lint.LiveRows;
import io.stockassistant.migrations.lint.LiveTables;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.rule.Rules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs migrations on a throw-away database and says what they lock, rewrite, read and lose. */
@Command(
        name = "lint",
        header = "Runs migrations on a throw-away database and says what they lock, rewrite, read and lose.",
        description = {
            "",
            "Each migration that is pending in the database is run and watched, up and down, or every one with --all, "
                    + "which needs no database. Ends with 3 when an error is found. --output sarif, github, gitlab, "
                    + "junit or markdown is for the programs that show findings beside the source."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations lint                          what the next upgrade would do",
            "  migrations lint shop --all --effects     what each statement of one module was seen to do",
            "  migrations lint --changed-since main     what a branch adds",
            "  migrations lint new.sql --schema db.sql  files that belong to no module, on a schema of pg_dump",
            "  migrations lint --explain drop-column    why, and what to do instead"
        })
final class LintCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Parameters(
            paramLabel = "MODULE|FILE",
            description = "The modules whose migrations are linted, all if none is named; or files of SQL, in order.")
    private List<String> names = List.of();

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "With files: what is there before the first of them.")
    private @Nullable Path schema;

    @Option(names = "--all", description = "Every migration, whatever the database has.")
    private boolean all;

    @Option(
            names = "--changed-since",
            paramLabel = "REVISION",
            description = "Those alone whose files are new or different since a revision of git; needs no database.")
    private @Nullable String since;

    @Option(names = "--effects", description = "Show what each statement was seen to do, also where nothing is wrong.")
    private boolean effects;

    @Option(
            names = "--fail-on",
            paramLabel = "error|warning",
            description = "From what on the command ends with 3; default: what migrations.toml says, or error.")
    private @Nullable String failOn;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "What the project makes of the rules; default: migrations.toml, if there is one.")
    private @Nullable Path config;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Leave out the findings that the file knows.")
    private @Nullable Path baseline;

    @Option(names = "--update-baseline", description = "Write today's findings into the file of --baseline.")
    private boolean updateBaseline;

    @Option(
            names = "--live",
            description =
                    "Ask the database how large its tables are and whether its rows fit, and write nothing there; needs"
                            + " throw-away databases on a server of its version.")
    private boolean live;

    @Option(
            names = "--explain",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "RULE",
            description = "Say what a rule is about, or list all of them.")
    private @Nullable String explain;

    @Mixin
    private ShadowOptions shadows = new ShadowOptions();

    @Override
    public Integer call() {
        if (explain != null) {
            return root.console().show(new LintExplanation(LintRules.explained(explain)));
        }
        checkOptions();
        try (Workspace workspace = root.openWorkspace()) {
            return areFiles() ? lintFiles(workspace) : lintModules(workspace);
        }
    }

    private int lintModules(Workspace workspace) {
        LintSettings settings = LintRules.settings(config, failOn, workspace.modules());
        LintWish wish = new LintWish(Set.copyOf(names), changed(workspace));
        boolean pending = !all && since == null;
        Histories histories = pending ? workspace.histories() : Histories.empty();
        LiveTables tables = live ? workspace.target().query(LiveTables::read) : LiveTables.UNKNOWN;
        try (Shadow shadow = shadow(workspace, pending)) {
            LintReport report = lint(workspace.migrations(), shadow, wish, settings, histories)
                    .on(tables, settings);
            LintReport asked =
                    live ? workspace.target().query(connection -> LiveRows.ask(connection, report, settings)) : report;
            return answer(asked, settings.failOn());
        }
    }

    /** What another version locks and rewrites may differ. */
    private Shadow shadow(Workspace workspace, boolean pending) {
        if (!pending && !live) {
            return workspace.target().shadow(shadows);
        }
        int major =
                workspace.target().query(connection -> connection.getMetaData().getDatabaseMajorVersion());
        if (live) {
            return workspace.shadows().open(shadows, major, "migrations " + CommandText.of(root.words()));
        }
        Shadow shadow = workspace.shadows().open(shadows);
        if (shadow.major() != major) {
            root.console()
                    .note("The database is on PostgreSQL " + major + ", and this is seen on " + shadow.major()
                            + ": name a server of its version with --shadow-url to be sure.");
        }
        return shadow;
    }

    private @Nullable Set<String> changed(Workspace workspace) {
        if (since == null) {
            return null;
        }
        Path folder = workspace.modules().list().stream()
                .flatMap(each -> each.location().folder().stream())
                .findFirst()
                .orElse(Path.of(""));
        return ChangedFiles.since(folder, since);
    }

    private int lintFiles(Workspace workspace) {
        LooseFiles files = LooseFiles.of(
                Optional.ofNullable(schema), names.stream().map(Path::of).toList());
        LintSettings settings = LintRules.settings(config, failOn, files.modules());
        LintWish wish = new LintWish(
                Set.of(), names.stream().map(each -> each.replace('\\', '/')).collect(Collectors.toSet()));
        try (Shadow shadow = workspace.target().shadow(shadows)) {
            Migrations migrations = Migrations.list(files.modules(), workspace::placeholders);
            return answer(lint(migrations, shadow, wish, settings, Histories.empty()), settings.failOn());
        }
    }

    private boolean areFiles() {
        return schema != null || names.stream().anyMatch(each -> each.endsWith(".sql"));
    }

    private void checkOptions() {
        if (updateBaseline && baseline == null) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--update-baseline needs the file that it is to write.",
                            "Name it: --baseline FILE --update-baseline")
                    .asException();
        }
        if (all && since != null) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--all and --changed-since exclude each other.",
                            "Leave one of them away.")
                    .asException();
        }
    }

    private LintReport lint(
            Migrations migrations, Shadow shadow, LintWish wish, LintSettings settings, Histories histories) {
        Lint lint = new Lint(migrations, shadow, root.replay(), Rules.of(settings), settings);
        return ShadowWork.on(shadow, () -> lint.lint(wish, histories));
    }

    private int answer(LintReport found, Severity threshold) {
        LintReport report = found;
        if (baseline != null) {
            LintBaseline known = new LintBaseline(baseline);
            if (updateBaseline) {
                known.write(found);
            }
            report = known.without(found);
        }
        LintAnswer answer = new LintAnswer(report, threshold, effects);
        Output output = root.output();
        if (output == Output.TEXT || output == Output.JSON) {
            return root.console().show(answer);
        }
        List<About> rules = LintRules.all();
        root.console().text(LintOutput.text(output, report, rules));
        return answer.exitStatus().number();
    }
}
