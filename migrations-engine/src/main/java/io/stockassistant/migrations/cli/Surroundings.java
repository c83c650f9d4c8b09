package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.shared.config.Variables;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a command finds around it.
 *
 * @param words the command line as it was typed
 * @param variables the environment, read when it is asked for
 * @param screen the terminal to show something on, if there is one
 * @param prompt the terminal to ask on, if there is one
 */
record Surroundings(
        List<String> words,
        Supplier<Variables> variables,
        PrintWriter out,
        PrintWriter err,
        Interruption interruption,
        Supplier<Optional<Screen>> screen,
        Supplier<Optional<Prompt>> prompt) {

    /** With the terminal of this process. */
    Surroundings(
            List<String> words,
            Supplier<Variables> variables,
            PrintWriter out,
            PrintWriter err,
            Interruption interruption) {
        this(words, variables, out, err, interruption, Terminal::findScreen, Terminal::findPrompt);
    }

    /** The terminal to ask on, at which an interruption is an answer. */
    Optional<Prompt> findPrompt() {
        return prompt.get().map(each -> new InterruptiblePrompt(each, interruption));
    }
}
