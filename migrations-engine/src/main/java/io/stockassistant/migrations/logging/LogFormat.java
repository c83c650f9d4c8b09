package io.stockassistant.migrations.logging;

/** How a log line looks. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** One JSON object a line. */
    JSON
}
