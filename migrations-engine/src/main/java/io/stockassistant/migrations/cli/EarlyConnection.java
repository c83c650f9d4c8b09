package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A connection that is being opened while something else is done. */
final class EarlyConnection implements AutoCloseable {

    private final FutureTask<Connection> task;

    private EarlyConnection(FutureTask<Connection> task) {
        this.task = task;
    }

    static EarlyConnection begin(Database database) {
        FutureTask<Connection> task = new FutureTask<>(() -> database.open(""));
        Thread thread = new Thread(task, "connecting");
        thread.setDaemon(true);
        thread.start();
        return new EarlyConnection(task);
    }

    /**
     * Waits for the connection, which belongs to the caller from then on.
     *
     * @throws ProblemException if the server cannot be reached or refuses us
     */
    Connection take() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while connecting", e);
        }
    }

    /** Nobody wants the connection any more, because something else was wrong first. */
    @Override
    public void close() {
        if (!task.isDone()) {
            return; // the process ends before the server answers
        }
        try {
            take().close();
        } catch (ProblemException | SQLException e) {
            return; // there is none, or it is gone: either way nothing is left open
        }
    }
}
