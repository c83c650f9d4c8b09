package io.stockassistant.migrations.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Looks after data migrations in batches. */
@Command(
        name = "backfill",
        header = "Runs and looks after data migrations in batches (D files).",
        synopsisSubcommandLabel = "(list | run | show | pause | resume | retry | resolve)",
        subcommands = {
            BackfillListCommand.class,
            BackfillRunCommand.class,
            BackfillShowCommand.class,
            BackfillPauseCommand.class,
            BackfillResumeCommand.class,
            BackfillRetryCommand.class,
            BackfillResolveCommand.class
        },
        footerHeading = "%nExample:%n",
        footer = {"  migrations backfill run                    whatever is left to do", "  migrations backfill list"})
final class BackfillCommand {

    @ParentCommand
    private MigrationsCommand root;

    MigrationsCommand root() {
        return root;
    }
}
