package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.Interruption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The threads of this process that work on a backfill. For one thread, which looks after them. */
final class Workers {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Task task;
    private final Brake brake;
    private final List<WorkerThread> threads = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Workers(Task task, Interruption interruption) {
        this.task = task;
        this.brake = new Brake(task.settings(), interruption);
    }

    Brake brake() {
        return brake;
    }

    /** Those that are too many leave after what they are doing. */
    void beAsMany(int wanted) {
        threads.removeIf(each -> !each.isAlive());
        for (int i = threads.size(); i < wanted; i++) {
            WorkerThread thread = new WorkerThread(task, brake, failure);
            threads.add(thread);
            thread.start();
        }
        for (int i = wanted; i < threads.size(); i++) {
            threads.get(i).leave();
        }
    }

    boolean areGone() {
        threads.removeIf(each -> !each.isAlive());
        return threads.isEmpty();
    }

    /** What ended one of them before its time. */
    Optional<Throwable> findFailure() {
        return Optional.ofNullable(failure.get());
    }

    /** For so long, or until one has ended; what nobody wants to wait for is taken back. */
    void await(Duration duration) {
        cancelIfInterrupted();
        try {
            if (threads.isEmpty()) {
                Thread.sleep(duration.toMillis());
            } else {
                threads.get(0).join(duration.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            brake.end();
        }
    }

    /** Each ends with what it is doing, which is taken back when somebody interrupts this, too. */
    void end() {
        brake.end();
        for (WorkerThread each : threads) {
            try {
                while (each.isAlive()) {
                    cancelIfInterrupted();
                    each.join(PATIENCE.toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void cancelIfInterrupted() {
        if (brake.isInterrupted()) {
            threads.forEach(WorkerThread::cancel);
        }
    }
}
