package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.DatabaseCreation;
import io.stockassistant.migrations.database.DatabaseFacts;
import io.stockassistant.migrations.database.ServerVersion;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.production.ApprovedPlan;
import io.stockassistant.migrations.production.ProductionRules;
import io.stockassistant.shared.migration.InitPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings a database into being, up to date, and to where an installation can begin. */
@Command(
        name = "init",
        header = "Creates the database if it is missing, upgrades it, and says what exists.",
        description = {
            "",
            "A second run changes nothing. The database is made from template0, in UTF-8. A user who may not create "
                    + "databases is told what an administrator has to run; roles are never created.",
            "",
            "Modules that are then at their heads do what they do once, such as creating the first administrator: "
                    + "INIT_ADMIN_NAME, INIT_ADMIN_EMAIL, and INIT_ADMIN_PASSWORD_FILE (or INIT_ADMIN_PASSWORD) in the "
                    + "environment or .env. On the embedded server name and address may be left out. Without a "
                    + "password one is drawn, and shown once on the terminal. Settings that are missing are refused "
                    + "before anything is created."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations init                          the database of the settings",
            "  migrations init --owner app --locale C.UTF-8",
            "  migrations init --output json            no terminal: INIT_ADMIN_PASSWORD_FILE is set",
            "  migrations init --plan plan.json         in production: what was read and approved"
        })
final class InitCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Mixin
    private StepOptions run = new StepOptions();

    @Mixin
    private ConsentOptions consent = new ConsentOptions();

    @Option(
            names = "--owner",
            paramLabel = "ROLE",
            description = "The role that a new database belongs to; otherwise the user.")
    private @Nullable String owner;

    @Option(
            names = "--locale",
            paramLabel = "NAME",
            description = "The locale of a new database, e.g. C.UTF-8; otherwise that of the server.")
    private @Nullable String locale;

    @Parameters(paramLabel = "TARGET", description = "Where the upgrade ends; all heads if none is given.")
    private List<String> targets = List.of();

    @Override
    public Integer call() {
        List<Target> parsed = targets.stream().map(Target::parse).toList();
        Optional<ApprovedPlan> approved = consent.findPlan().map(this::read); // before a database is created for it
        refuseBlank("--owner", owner);
        refuseBlank("--locale", locale);
        try (Workspace workspace = root.openWorkspace()) {
            if (workspace.isProduction() && approved.isEmpty()) {
                ProductionRules.checkTargets("init", parsed);
            }
            PlannedRun.refuseBadFiles(workspace);
            workspace.planner().checkTargets(parsed);
            InitPlace place = new InitPlace(
                    workspace.target().isEmbedded(), root.findScreen().isPresent());
            InitTasks tasks = InitTasks.prepare(workspace, place, new PlannedEnd(workspace, parsed, approved));
            boolean created = DatabaseCreation.createIfMissing(
                    workspace.target().settings(),
                    owner,
                    locale,
                    root.observation().findListener("init"));
            if (created) {
                root.console()
                        .note("Created the database \""
                                + workspace.target().settings().database() + "\".");
            }
            DatabaseFacts facts = workspace.target().query(DatabaseFacts::of);
            facts.refuseUnlessUtf8();
            if (!created) {
                warnOfOthersChoice(facts);
            }
            RunReport upgrade = approved.isPresent()
                    ? new PlannedRun(root, workspace, run).run(approved.get(), consent.consent(true))
                    : UpgradeCommand.report(
                            root, workspace, parsed, run, new OutOfOrder(), new WithBackfills(), consent);
            InitReport seen = look(workspace, created, facts, upgrade);
            return root.console().show(seen.with(new InitTaskRuns(root, workspace, run).run(tasks, seen)));
        }
    }

    private ApprovedPlan read(Path plan) {
        PlanOrTargets.check(targets, "init");
        return PlanFile.read(plan, Direction.UP);
    }

    private static void refuseBlank(String option, @Nullable String value) {
        if (value != null && value.isBlank()) {
            throw Problem.of(ProblemCode.INVALID_OPTION, option + " is empty.", "Give it a name, or leave it away.")
                    .asException();
        }
    }

    private void warnOfOthersChoice(DatabaseFacts facts) {
        if (owner != null && !owner.equals(facts.owner())) {
            root.console()
                    .warn("The database exists and belongs to " + facts.owner() + ", not to " + owner
                            + "; that was left as it is.");
        }
        if (locale != null && !locale.equals(facts.locale())) {
            root.console()
                    .warn("The database exists with the locale " + facts.locale() + ", not " + locale
                            + "; a locale is for life.");
        }
    }

    private static InitReport look(Workspace workspace, boolean created, DatabaseFacts facts, RunReport upgrade) {
        return workspace
                .target()
                .query(connection -> new InitReport(
                        created,
                        "PostgreSQL " + ServerVersion.of(connection).text() + " at "
                                + workspace.target().settings().address(),
                        workspace.target().isEmbedded(),
                        facts,
                        SchemaContent.list(connection, workspace.migrations()),
                        upgrade,
                        List.of()));
    }
}
