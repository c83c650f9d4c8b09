package io.stockassistant.migrations.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Carries out one command, from its first log line to its last. */
record CommandRun(MigrationsCommand root, ParseResult parsed) {

    int run() {
        long start = System.nanoTime();
        try (Observation observation = root.observation()) {
            observation.commandBegun(name());
            int status = carryOut(observation);
            observation.commandEnded(name(), status, Duration.ofNanos(System.nanoTime() - start));
            return status;
        }
    }

    private int carryOut(Observation observation) {
        try {
            return new RunLast().execute(parsed);
        } catch (ExecutionException e) {
            Exception cause = e.getCause() instanceof Exception thrown ? thrown : e;
            observation.failed(cause);
            return root.console().fail(cause);
        }
    }

    /** Its words without options and targets. */
    private String name() {
        List<String> words = new ArrayList<>();
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
            words.add(command.commandSpec().name());
        }
        return words.isEmpty() ? "upgrade" : String.join(" ", words);
    }
}
