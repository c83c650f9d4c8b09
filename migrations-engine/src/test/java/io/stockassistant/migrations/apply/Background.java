package io.stockassistant.migrations.apply;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Work on a thread of its own. */
final class Background<T> {

    private final CompletableFuture<T> result;

    private Background(CompletableFuture<T> result) {
        this.result = result;
    }

    static <T> Background<T> start(Callable<T> work) {
        return new Background<>(CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                task -> new Thread(task, "background of a test").start()));
    }

    boolean isDone() {
        return result.isDone();
    }

    /** Its result; it must come within 20 seconds. */
    T get() throws Exception {
        return result.get(20, TimeUnit.SECONDS);
    }
}
