package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.module.Module;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** The values of Flyway's own placeholders, <code>${flyway:…}</code>, without asking the server anything. */
public final class PlaceholderValues {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Map<String, String> common = new HashMap<>();

    private PlaceholderValues(String user, String database) {
        common.put("flyway:user", user);
        common.put("flyway:database", database);
        common.put("flyway:timestamp", LocalDateTime.now(ZoneId.systemDefault()).format(TIMESTAMP));
        common.put("flyway:workingDirectory", System.getProperty("user.dir"));
        common.put("flyway:environment", "default");
    }

    /** For scripts that will run on a connection. */
    public static PlaceholderValues of(Connection connection) throws SQLException {
        return new PlaceholderValues(connection.getMetaData().getUserName(), connection.getCatalog());
    }

    /** For scripts that are only looked at. */
    public static PlaceholderValues withoutDatabase() {
        return new PlaceholderValues("user", "database");
    }

    /** By full name, for the scripts of one module. */
    public Map<String, String> of(Module module) {
        Map<String, String> values = new HashMap<>(common);
        values.put("flyway:defaultSchema", module.schema());
        values.put("flyway:table", module.history().table());
        return values;
    }
}
