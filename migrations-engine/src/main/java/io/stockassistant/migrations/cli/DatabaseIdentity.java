package io.stockassistant.migrations.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Which database a plan is for.
 *
 * @param systemIdentifier the number that initdb gave the cluster; its copies and standbys have the same
 */
record DatabaseIdentity(String systemIdentifier, String name) {

    static DatabaseIdentity of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT system_identifier, current_database() FROM pg_catalog.pg_control_system()")) {
            row.next();
            return new DatabaseIdentity(row.getString(1), row.getString(2));
        }
    }

    Map<String, Object> json() {
        return Json.object("systemIdentifier", systemIdentifier, "name", name);
    }
}
