package io.stockassistant.migrations.logging;

/** How much is logged; each level has what the ones before it have. */
public enum LogLevel {
    /** What stopped a command. */
    ERROR,
    /** What was tried again, and what the server warns of. */
    WARN,
    /** Commands, connections, runs and their steps. */
    INFO,
    /** Every statement, as it is sent. */
    DEBUG,
    /** All else that the server says. */
    TRACE
}
