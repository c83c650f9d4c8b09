package io.stockassistant.migrations.faults;

import io.stockassistant.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Where a server is, and who may do everything there. */
record Server(String host, int port, String user, String password) {

    static Server of(TestDatabase database) {
        return new Server(database.host(), database.port(), database.user(), database.password());
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + host + ":" + port + "/" + database + "?ApplicationName=test", user, password);
    }

    void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(String.join("; ", statements), failure);
        }
    }
}
