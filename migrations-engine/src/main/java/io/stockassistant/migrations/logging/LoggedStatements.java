package io.stockassistant.migrations.logging;

import io.stockassistant.migrations.database.StatementListener;
import io.stockassistant.migrations.script.SecretMask;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;

/** Logs each statement as it is sent, and then how long it took. */
final class LoggedStatements implements StatementListener {

    private final Logger logger;
    private final String connection;

    LoggedStatements(Logger logger, String connection) {
        this.logger = logger;
        this.connection = connection;
    }

    @Override
    public Sent sending(String sql, String data) {
        if (!logger.isDebugEnabled()) {
            return Ignored.INSTANCE;
        }
        String suffix = data.isEmpty() ? "" : " (with " + data + ")";
        logger.atDebug().addKeyValue("connection", connection).log(ShownSql.of(sql) + suffix);
        long start = System.nanoTime();
        return new Sent() {
            @Override
            public void done() {
                logger.atDebug()
                        .addKeyValue("connection", connection)
                        .addKeyValue(
                                "micros",
                                Duration.ofNanos(System.nanoTime() - start).toNanos() / 1000)
                        .log("done");
            }

            @Override
            public void failed(SQLException reason) {
                logger.atDebug()
                        .addKeyValue("connection", connection)
                        .addKeyValue("sqlstate", String.valueOf(reason.getSQLState()))
                        .log("failed: " + SecretMask.ofMessage(String.valueOf(reason.getMessage()), sql));
            }
        };
    }

    private enum Ignored implements Sent {
        INSTANCE;

        @Override
        public void done() {
            // nobody listens
        }

        @Override
        public void failed(SQLException reason) {
            // the failure goes its own way
        }
    }
}
