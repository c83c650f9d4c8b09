package io.stockassistant.identityaccess;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An administrator that there is, read from tables of any age. */
record ExistingAdministrator(String username, String email, boolean active) {

    private static final String TABLES = "SELECT to_regclass('identity_access.users') IS NOT NULL"
            + " AND to_regclass('identity_access.roles') IS NOT NULL";

    private static final String ADMINISTRATOR = "SELECT u.username, u.email, u.is_active FROM identity_access.users u"
            + " JOIN identity_access.roles r ON r.id = u.role_id WHERE r.name = '" + FirstAdministrator.ROLE + "'"
            + " ORDER BY u.is_active DESC, u.id LIMIT 1";

    /** An active one if there is one; empty too where the tables are not there yet. */
    static Optional<ExistingAdministrator> find(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(TABLES)) {
                if (!row.next() || !row.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (ResultSet row = statement.executeQuery(ADMINISTRATOR)) {
                return row.next()
                        ? Optional.of(new ExistingAdministrator(row.getString(1), row.getString(2), row.getBoolean(3)))
                        : Optional.empty();
            }
        }
    }

    String sentence() {
        return "There is an administrator already, " + username + " (" + email + (active ? "" : ", not active")
                + "): nothing was changed.";
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("username", username);
        values.put("email", email);
        values.put("role", FirstAdministrator.ROLE);
        values.put("active", active);
        return values;
    }
}
