package io.stockassistant.migrations.database;

import io.stockassistant.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The server's pg_hba.conf, changed through the server itself and put back in the end. */
public final class HostBasedAuthentication {

    private static final String READ = "SELECT pg_read_file(current_setting('hba_file'))";

    private final TestDatabase database;
    private String original = "";

    public HostBasedAuthentication(TestDatabase database) {
        this.database = database;
    }

    public void prepend(String... lines) throws SQLException {
        original = text(READ);
        write(String.join("\n", lines) + "\n" + original);
    }

    public void restore() throws SQLException {
        write(original);
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void write(String content) throws SQLException {
        String before = text("SELECT pg_conf_load_time()");
        execute("COPY (SELECT line FROM unnest(string_to_array('" + content.replace("'", "''")
                + "', E'\\n')) AS line) TO '" + text("SHOW hba_file") + "'");
        execute("SELECT pg_reload_conf()");
        while (text("SELECT pg_conf_load_time()").equals(before)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** On a connection of its own: a server process learns the time of the last reload when it is born. */
    private String text(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
