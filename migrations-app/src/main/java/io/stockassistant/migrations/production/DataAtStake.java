package io.stockassistant.migrations.production;

import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks up in the live database how many rows the tables and columns hold that a plan drops. */
public final class DataAtStake {

    /** Above this the server's estimate has to do: to count takes too long. */
    private static final int MOST_COUNTED = 100_000;

    private static final String CANCELED = "57014";

    private final Connection connection;
    private final Modules modules;

    public DataAtStake(Connection connection, Modules modules) {
        this.connection = connection;
        this.modules = modules;
    }

    /** In the order of the plan; what the database does not have yet is not at stake. */
    public List<AtStake> list(Plan plan, Scripts scripts) throws SQLException {
        Set<AtStake> found = new LinkedHashSet<>();
        for (Step step : plan.steps()) {
            for (var statement : scripts.of(step).statements()) {
                for (Loss loss : Drops.list(statement)) {
                    find(step, modules.get(step.module()), loss, found);
                }
            }
        }
        return List.copyOf(found);
    }

    private void find(Step step, Module module, Loss loss, Set<AtStake> found) throws SQLException {
        for (Table table : tables(module, loss)) {
            if (loss.column() == null) {
                found.add(new AtStake(step.name(), table.name(), rows(table, "true")));
            } else if (hasColumn(table, loss.column())) {
                String column = folded(loss.column());
                found.add(new AtStake(
                        step.name(),
                        table.name() + "." + column,
                        rows(table, Identifiers.quote(column) + " IS NOT NULL")));
            }
        }
    }

    private record Table(long oid, String name, long estimate) {}

    private List<Table> tables(Module module, Loss loss) throws SQLException {
        String where = loss.wholeSchema()
                ? "n.nspname = " + Literals.quote(folded(loss.table()))
                : "c.oid = coalesce(to_regclass("
                        + Literals.quote(Identifiers.quote(module.schema()) + "." + loss.table()) + "), to_regclass("
                        + Literals.quote(loss.table()) + "))";
        if (loss.table().contains(".")) {
            where = "c.oid = to_regclass(" + Literals.quote(loss.table()) + ")";
        }
        List<Table> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT c.oid, format('%I.%I', n.nspname, c.relname),"
                        + " c.reltuples::bigint FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid ="
                        + " c.relnamespace WHERE c.relkind IN ('r', 'p') AND " + where + " ORDER BY 2")) {
            while (row.next()) {
                tables.add(new Table(row.getLong(1), row.getString(2), row.getLong(3)));
            }
        }
        return tables;
    }

    private boolean hasColumn(Table table, String column) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FROM pg_catalog.pg_attribute WHERE attrelid = "
                        + table.oid() + " AND attname = " + Literals.quote(folded(column)) + " AND NOT attisdropped")) {
            return row.next();
        }
    }

    private String rows(Table table, String condition) throws SQLException {
        String query = "SELECT count(*) FROM (SELECT FROM " + table.name() + " WHERE " + condition + " LIMIT "
                + (MOST_COUNTED + 1) + ") AS at_stake";
        try (var statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = '5s'");
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                long count = row.getLong(1);
                return count > MOST_COUNTED ? estimate(table) : count == 1 ? "1 row" : count + " rows";
            } catch (SQLException e) {
                if (CANCELED.equals(e.getSQLState())) {
                    return estimate(table);
                }
                throw e;
            } finally {
                statement.execute("RESET statement_timeout");
            }
        }
    }

    private static String estimate(Table table) {
        return "about " + Math.max(table.estimate(), MOST_COUNTED) + " rows";
    }

    /** As the server reads a name: in lower case unless it is quoted. */
    private static String folded(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
