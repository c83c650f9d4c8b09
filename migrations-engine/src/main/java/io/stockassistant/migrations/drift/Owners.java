package io.stockassistant.migrations.drift;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The roles who migrate a database, and so own what migrations make: whoever owns the modules' histories, and whoever ran
 * a migration. Who looks at the database may be somebody else.
 *
 * @param all by name; never none
 * @param first the owner of the first history; empty where there is no history
 */
public record Owners(Set<String> all, Optional<String> first) {

    public Owners {
        all = Set.copyOf(all);
    }

    static Owners read(Connection connection, Modules modules, Histories histories) throws SQLException {
        Set<String> owners = new LinkedHashSet<>();
        if (!modules.list().isEmpty()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query(modules))) {
                while (row.next()) {
                    owners.add(row.getString(1));
                }
            }
        }
        Optional<String> first = owners.stream().findFirst();
        for (Module module : modules.list()) {
            histories.of(module.name()).rows().stream()
                    .map(HistoryRow::installedBy)
                    .forEach(owners::add);
        }
        if (owners.isEmpty()) {
            owners.add(connection.getMetaData().getUserName());
        }
        return new Owners(owners, first);
    }

    private static String query(Modules modules) {
        String histories = modules.list().stream()
                .map(Module::history)
                .map(each -> "(" + Literals.quote(each.schema()) + ", " + Literals.quote(each.table()) + ")")
                .collect(Collectors.joining(", "));
        return "SELECT pg_get_userbyid(c.relowner) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE (n.nspname, c.relname) IN (" + histories + ") GROUP BY 1 ORDER BY count(*) DESC, 1";
    }
}
