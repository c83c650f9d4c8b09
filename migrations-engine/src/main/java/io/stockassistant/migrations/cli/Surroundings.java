package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.shared.config.Variables;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a command finds around it.
 *
 * @param words the command line as it was typed
 * @param variables the environment, read when it is asked for
 */
record Surroundings(
        List<String> words,
        Supplier<Variables> variables,
        PrintWriter out,
        PrintWriter err,
        Interruption interruption) {}
