package io.stockassistant.migrations.shadow;

import io.stockassistant.migrations.database.Database;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** The subscriptions of a database: the server drops no database that has some. */
final class Subscriptions {

    private Subscriptions() {}

    /** Drops them all. What they are called on the other server is left alone there. */
    static void drop(Session administration, ShadowDatabase database) {
        List<String> names = administration.execute(statement -> {
            List<String> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT quote_ident(s.subname) FROM pg_subscription s"
                    + " JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = '" + database.name() + "'")) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        });
        if (names.isEmpty()) {
            return;
        }
        new Session(Database.of(database.settings())).execute(statement -> {
            for (String name : names) {
                statement.execute("ALTER SUBSCRIPTION " + name + " DISABLE");
                statement.execute("ALTER SUBSCRIPTION " + name + " SET (slot_name = NONE)");
                statement.execute("DROP SUBSCRIPTION " + name);
            }
            return names;
        });
    }
}
