package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A terminal at which a question ends with Ctrl-C, too: whoever asked still has things to take back. */
record InterruptiblePrompt(Prompt terminal, Interruption interruption) implements Prompt {

    private static final long LOOK_AGAIN_MILLIS = 50;

    /** @throws io.stockassistant.migrations.problem.ProblemException {@code interrupted} */
    @Override
    public Optional<String> ask(String question) {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        // Nothing ends a read from a terminal, so that it has to be left behind.
        Thread reader = new Thread(() -> read(question, answer), "question");
        reader.setDaemon(true);
        reader.start();
        while (true) {
            try {
                return answer.get(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                interruption.check();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void read(String question, CompletableFuture<Optional<String>> answer) {
        try {
            answer.complete(terminal.ask(question));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}
