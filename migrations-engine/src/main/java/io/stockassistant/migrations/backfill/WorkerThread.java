package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.ConnectionSource;
import io.stockassistant.migrations.script.BackfillScript;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

/** One worker, with a connection of its own. */
final class WorkerThread extends Thread {

    private final Task task;
    private final Brake brake;
    private final AtomicReference<Throwable> failure;
    private volatile boolean leaving;

    /**
     * What all workers of a run do.
     *
     * @param schema of the module
     */
    record Task(
            ConnectionSource connections,
            BackfillScript script,
            TableLookup.Found found,
            BackfillSettings settings,
            String schema) {

        Worker open() throws SQLException {
            return new Worker(connections.open("backfill worker"), script, found, settings, schema);
        }
    }

    /** @param failure receives what ends it before its time */
    WorkerThread(Task task, Brake brake, AtomicReference<Throwable> failure) {
        super("backfill");
        this.task = task;
        this.brake = brake;
        this.failure = failure;
        setDaemon(true);
    }

    void leave() {
        leaving = true;
    }

    @Override
    public void run() {
        try (Worker worker = task.open()) {
            Worker.Turn turn = Worker.Turn.CUT;
            while (turn != Worker.Turn.OVER && !leaving && !brake.isOver()) {
                turn = worker.turn();
                if (turn == Worker.Turn.DONE) {
                    brake.afterBatch(worker.rows());
                } else if (turn == Worker.Turn.NOTHING_FREE) {
                    brake.waitForOthers();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }
}
