package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import java.util.function.Consumer;

/** The thread of a job beside the first one, with a session of its own. */
final class JobThread {

    private JobThread() {}

    /** One that cannot connect is missed by nobody: the others do its work. */
    static Thread start(ConnectionSource connections, Consumer<SqlSession> work, JobBoard board, RunObserver observer) {
        Thread thread = new Thread(
                () -> {
                    try (SqlSession session = new SqlSession(connections.open("job"))) {
                        work.accept(session);
                    } catch (ProblemException e) {
                        observer.fewerJobs(e.problems().get(0).message());
                    } catch (SQLException e) {
                        observer.fewerJobs(FailedStatement.text(e));
                    } catch (RuntimeException | Error e) {
                        board.broken(e);
                    }
                },
                "job");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** What it has begun is in the database when this returns, or is not. */
    static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws on the thread of the run what has ended a job. */
    static void rethrow(JobBoard board) {
        board.findBroken().ifPresent(each -> {
            if (each instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) each;
        });
    }
}
