package io.stockassistant.migrations.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The triggers of users, which have no say in what rows there are to be; foreign keys have. */
final class Triggers {

    /** Of partitions there are copies, which count as the server's own before version 15. */
    private static final String ENABLED = """
            SELECT t.tgrelid::regclass::text, quote_ident(t.tgname), t.tgenabled FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE (NOT t.tgisinternal OR (t.tgparentid <> 0 AND t.tgconstraint = 0)) AND t.tgenabled <> 'D'
            AND c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' ORDER BY t.oid
            """;

    private record Enabled(String table, String name, String when) {}

    private final Connection connection;
    private final List<Enabled> switchedOff = new ArrayList<>();

    private Triggers(Connection connection) {
        this.connection = connection;
    }

    /** Until they are switched on again, in the same transaction; those whom the server keeps on, fire. */
    static Triggers switchOff(Connection connection) throws SQLException {
        Triggers triggers = new Triggers(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path = ''");
            List<Enabled> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(ENABLED)) {
                while (row.next()) {
                    all.add(new Enabled(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
            for (Enabled each : all) {
                Savepoint before = connection.setSavepoint();
                try {
                    statement.execute("ALTER TABLE " + each.table + " DISABLE TRIGGER " + each.name);
                    connection.releaseSavepoint(before);
                    triggers.switchedOff.add(each);
                } catch (SQLException refused) {
                    connection.rollback(before); // it is not ours
                }
            }
        }
        return triggers;
    }

    void switchOn() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Enabled each : switchedOff) {
                String how = each.when.equals("R") ? "REPLICA " : each.when.equals("A") ? "ALWAYS " : "";
                statement.execute("ALTER TABLE " + each.table + " ENABLE " + how + "TRIGGER " + each.name);
            }
        }
    }
}
