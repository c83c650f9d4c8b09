package io.stockassistant.migrations.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** One worker, with a connection of its own. */
final class WorkerThread extends Thread {

    private final Task task;
    private final Brake brake;
    private final AtomicReference<Throwable> failure;
    private volatile boolean leaving;
    private volatile @Nullable Connection connection;

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

    /** Has the server take back what it is doing. To be repeated: between two statements there is nothing to cancel. */
    void cancel() {
        Connection working = connection;
        if (working != null) {
            try {
                working.unwrap(PGConnection.class).cancelQuery();
            } catch (SQLException e) {
                // The server cannot be reached any more: the worker's own failure says so.
                connection = null;
            }
        }
    }

    @Override
    public void run() {
        try (Connection own = task.connections().open("backfill worker")) {
            connection = own;
            Worker worker = new Worker(own, task);
            Worker.Turn turn = Worker.Turn.CUT;
            int waited = 0;
            while (turn != Worker.Turn.OVER && !leaving && !brake.isOver()) {
                turn = brake.isHeld() ? Worker.Turn.NOTHING_FREE : worker.turn(brake);
                if (turn == Worker.Turn.NOTHING_FREE) {
                    brake.waitForOthers(waited++);
                } else {
                    waited = 0;
                }
                if (turn == Worker.Turn.DONE) {
                    brake.afterBatch(worker.rows());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            if (!brake.isInterrupted() || !SqlState.of(e).equals(SqlState.QUERY_CANCELED)) {
                failure.compareAndSet(null, e);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e); // or others would be begun for ever
        } finally {
            connection = null;
        }
    }
}
