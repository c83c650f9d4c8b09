package io.stockassistant.migrations.cli;

import java.util.Optional;

/** The terminal at which a person can be asked. */
@FunctionalInterface
interface Prompt {

    /** What was typed, without the end of the line; empty when nothing more comes. */
    Optional<String> ask(String question);
}
