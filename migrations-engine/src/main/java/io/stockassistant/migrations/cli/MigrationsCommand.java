package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.cli.CommonOptions.Output;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.shared.config.DatabaseFlags;
import io.stockassistant.shared.config.Environment;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** The program itself; without a command it upgrades everything. */
@Command(
        name = "migrations",
        header = {
            "Brings a PostgreSQL database to the state that all modules want, in order.",
            "Without a command: upgrade."
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "[COMMAND]",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExample:%n",
        footer = {"  migrations                  upgrade everything", "  migrations status           is it current?"})
final class MigrationsCommand implements Callable<Integer> {

    private final Surroundings around;
    private @Nullable Console console;
    private Observation observation = Observation.none();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private StepOptions run = new StepOptions();

    @Mixin
    private OutOfOrder outOfOrder = new OutOfOrder();

    @Mixin
    private WithBackfills backfills = new WithBackfills();

    MigrationsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workspace workspace = openWorkspace()) {
            workspace.target().connectEarly();
            return console()
                    .show(UpgradeCommand.report(
                            this, workspace, List.of(), run, outOfOrder, backfills, new ConsentOptions()));
        }
    }

    PrintWriter out() {
        return around.out();
    }

    PrintWriter err() {
        return around.err();
    }

    /** Where results and messages go. */
    Console console() {
        Console known = console;
        if (known == null) {
            known = new Console(
                    out(), err(), common.isJson(), common.loudness(), common.wantsColor(), around::findPrompt);
            console = known;
        }
        return known;
    }

    /** In what form the answer is to be. */
    Output output() {
        return common.output();
    }

    /** Whether the answer is to be a script. */
    boolean wantsSql() {
        return output() == Output.SQL;
    }

    /** What the options say to work on. The caller closes it. */
    Workspace openWorkspace() {
        return new Workspace(common, console(), around, observation);
    }

    /** The command line as it was typed. */
    List<String> words() {
        return around.words();
    }

    /** Where a person can be shown a secret; nowhere if the answer is for a program, or what a terminal shows is kept. */
    Optional<Screen> findScreen() {
        return common.isJson() || Environment.isContainer(around.variables().get())
                ? Optional.empty()
                : around.screen().get();
    }

    /** Begins to log and to echo, if the options ask for it. What contradicts itself among them is refused. */
    void observe() {
        common.check();
        observation = Observation.begin(common.log(), around.err());
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException if an option names a server */
    void refuseDatabaseOptions() {
        DatabaseFlags flags = common.databaseFlags();
        if (flags.url() != null || flags.user() != null || flags.passwordFile() != null) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "'db' is about the embedded server alone, and an option names another one.",
                            "Leave --url, --user and --password-file away; see: migrations db --help")
                    .asException();
        }
    }

    Observation observation() {
        return observation;
    }

    Interruption interruption() {
        return around.interruption();
    }

    /** Runs migrations on throw-away databases for this command. */
    Replay replay() {
        return new Replay(Origin.of(words()), interruption());
    }
}
