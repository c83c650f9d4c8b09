package io.stockassistant.migrations.cli;

/** The terminal that a person looks at, for what must be seen once and kept nowhere. */
@FunctionalInterface
interface Screen {

    /** @throws IllegalStateException if it cannot be shown */
    void show(String line);
}
