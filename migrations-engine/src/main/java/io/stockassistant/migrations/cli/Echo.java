package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.database.StatementListener;
import io.stockassistant.migrations.logging.ShownSql;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.SecretMask;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows each statement before it is sent, so that the one that hangs is the last to be seen, and behind it its time. All
 * that is not SQL is a comment.
 */
final class Echo implements RunObserver {

    private final PrintWriter err;

    Echo(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void stepStarted(Step step) {
        line("-- " + step.direction().word() + " " + step.name() + ": "
                + step.file().path());
    }

    /** Statements of a connection with a name. */
    StatementListener statements(String connection) {
        String suffix = connection.equals("main") ? "" : " (" + connection + ")";
        return (sql, data) -> sending(sql, data, suffix);
    }

    private StatementListener.Sent sending(String sql, String data, String suffix) {
        String shown = ShownSql.of(sql);
        line(shown + end(shown) + (data.isEmpty() ? "" : " -- with " + data));
        long start = System.nanoTime();
        return new StatementListener.Sent() {
            @Override
            public void done() {
                line("-- " + time(start) + suffix);
            }

            @Override
            public void failed(SQLException reason) {
                line("-- failed after " + time(start) + suffix + ": "
                        + SecretMask.ofMessage(String.valueOf(reason.getMessage()), sql)
                                .replace("\n", "\n--   "));
            }
        };
    }

    /** A semicolon, if there is none yet, where it is not swallowed by a comment. */
    private static String end(String shown) {
        int comment = shown.indexOf("--", shown.lastIndexOf('\n') + 1);
        long quotes = shown.chars()
                .limit(Math.max(comment, 0))
                .filter(each -> each == '\'')
                .count();
        boolean inText = quotes % 2 == 1;
        return shown.endsWith(";") ? "" : comment < 0 || inText ? ";" : "\n;";
    }

    /** In one piece, since several connections may be at work. */
    private void line(String text) {
        err.println(text);
        err.flush();
    }

    private static String time(long start) {
        return String.format(
                Locale.ROOT,
                "%.1f ms",
                Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6);
    }
}
