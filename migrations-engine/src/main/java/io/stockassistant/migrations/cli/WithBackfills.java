package io.stockassistant.migrations.cli;

import picocli.CommandLine.Option;

/** The option of upgrades that do not leave backfills to somebody else. */
final class WithBackfills {

    @Option(
            names = "--with-backfills",
            description =
                    "Also run the backfills on the way; without it, those that have rows to do are named, and what"
                            + " depends on one waits.")
    private boolean wanted;

    boolean areWanted() {
        return wanted;
    }
}
