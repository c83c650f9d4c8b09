package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.cli.CommonOptions.Output;
import io.stockassistant.migrations.lint.LintReport;
import io.stockassistant.migrations.lint.LintSettings;
import io.stockassistant.migrations.lint.LintWish;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
            "  migrations lint modules/shop/V2__x.sql   one migration, in its place among the others",
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
            refuseIf(
                    !names.isEmpty(),
                    "--explain explains one rule, and no other word belongs to it.",
                    "migrations lint --explain lists all of them.");
            refuseIf(!isOwnOutput(), "--explain answers as text or json.", "migrations lint --explain --output json");
            return root.console().show(new LintExplanation(LintRules.explained(explain)));
        }
        checkOptions();
        LintBaseline known = baseline == null ? null : new LintBaseline(baseline);
        if (known != null) {
            known.check(updateBaseline);
        }
        try (Workspace workspace = root.openWorkspace()) {
            return areFiles() ? lintFiles(workspace, known) : lintModules(workspace, known);
        }
    }

    private int lintModules(Workspace workspace, @Nullable LintBaseline known) {
        LintSettings settings = LintRules.settings(config, failOn, workspace.modules());
        names.forEach(workspace.modules()::get);
        LintWish wish =
                new LintWish(Set.copyOf(names), since == null ? null : ChangedFiles.since(workspace.modules(), since));
        LintRun run = new LintRun(root, workspace, shadows, settings);
        return answer(all || since != null ? run.ofAll(wish, live) : run.ofPending(wish, live), known, settings);
    }

    private int lintFiles(Workspace workspace, @Nullable LintBaseline known) {
        List<Path> files = names.stream().map(Path::of).toList();
        Optional<LintWish> wish = schema == null ? LooseFiles.findOwned(files, workspace::modules) : Optional.empty();
        LintSettings settings = LintRules.settings(config, failOn, wish.isPresent() ? workspace.modules() : null);
        LintRun run = new LintRun(root, workspace, shadows, settings);
        return answer(
                wish.isPresent()
                        ? run.ofAll(wish.get(), false)
                        : run.ofFiles(LooseFiles.of(Optional.ofNullable(schema), files)),
                known,
                settings);
    }

    private boolean areFiles() {
        return schema != null || names.stream().anyMatch(LintCommand::isFile);
    }

    private static boolean isFile(String name) {
        return name.endsWith(".sql");
    }

    private void checkOptions() {
        refuseIf(
                updateBaseline && baseline == null,
                "--update-baseline needs the file that it is to write.",
                "Name it: --baseline FILE --update-baseline");
        refuseIf(
                updateBaseline && !areFiles() && !(all && names.isEmpty()),
                "--update-baseline forgets what is not found, and not all migrations are linted.",
                "migrations lint --all --baseline " + baseline + " --update-baseline");
        refuseIf(all && since != null, "--all and --changed-since exclude each other.", "Leave one of them away.");
        refuseIf(
                schema != null && names.isEmpty(),
                "--schema is what is there before files, and no file is named.",
                "migrations lint FILE... --schema " + schema);
        if (areFiles()) {
            refuseIf(
                    schema == null && !names.stream().allMatch(LintCommand::isFile),
                    "Files and modules are linted one at a time: " + String.join(", ", names) + ".",
                    "Name files alone, or modules alone.");
            Stream.of(all ? "--all" : "", since == null ? "" : "--changed-since", live ? "--live" : "")
                    .filter(each -> !each.isEmpty())
                    .forEach(each -> refuseIf(
                            true,
                            each + " is for modules, and " + names.get(0) + " is a file.",
                            "Leave " + each + " away, or name modules instead of files."));
        }
    }

    private static void refuseIf(boolean refused, String message, String remedy) {
        if (refused) {
            throw Problem.of(ProblemCode.INVALID_OPTION, message, remedy).asException();
        }
    }

    private int answer(LintReport found, @Nullable LintBaseline known, LintSettings settings) {
        LintReport report = found;
        if (known != null) {
            if (updateBaseline) {
                root.console().note(known.write(found));
            }
            report = known.without(found);
        }
        LintAnswer answer = new LintAnswer(report, settings.failOn(), effects);
        if (isOwnOutput()) {
            return root.console().show(answer);
        }
        root.console().text(LintOutput.text(root.output(), report, LintRules.all()));
        return answer.exitStatus().number();
    }

    /** Not one for other programs. */
    private boolean isOwnOutput() {
        return root.output() == Output.TEXT || root.output() == Output.JSON;
    }
}
