package io.stockassistant.migrations.cli;

import picocli.CommandLine.Option;

/** The option of commands that apply migrations. */
final class OutOfOrder {

    @Option(
            names = "--out-of-order",
            description = "Also apply pending migrations that are older than an applied one of their module.")
    private boolean allowed;

    boolean isAllowed() {
        return allowed;
    }
}
