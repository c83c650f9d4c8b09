package io.stockassistant.migrations.cli;

/** How much a command says on standard error beside its errors. */
enum Loudness {
    /** Errors and warnings alone. */
    QUIET,
    /** What a person wants to know: which database, what is waited for. */
    NORMAL,
    /** Every migration too, as it is done. */
    VERBOSE
}
