package io.stockassistant.migrations.model;

import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The tables that the models of all modules ask for. */
public final class ModelTables {

    private final Modules modules;
    private final Map<String, SortedSet<String>> byModule = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private ModelTables(Modules modules) {
        this.modules = modules;
        for (Module module : modules.list()) {
            SortedSet<String> tables = new TreeSet<>();
            new ModelFinder(module, unusable -> problems.addAll(unusable.problems()))
                    .list()
                    .forEach(each -> tables.add(each.table()));
            byModule.put(module.name(), tables);
        }
    }

    /**
     * Looks for the models of all modules: reads their packages and loads every model. Those that cannot be used become
     * {@link #problems()}.
     */
    public static ModelTables of(Modules modules) {
        return new ModelTables(modules);
    }

    /** The models whose tables are not among these, for they cannot be read or loaded, or their table can have no name. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Which of them are there, with one statement for all modules, and none where no module has models. It takes no rights
     * but to connect.
     */
    public TablesFound lookUp(Connection connection) throws SQLException {
        List<String> asked = new ArrayList<>();
        for (Module module : modules.list()) {
            tables(module).forEach(table -> asked.add(row(module.schema(), table)));
        }
        Set<String> there = asked.isEmpty() ? Set.of() : read(connection, String.join(", ", asked));
        Map<String, ModuleTables> found = new LinkedHashMap<>();
        for (Module module : modules.list()) {
            List<String> present = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            tables(module)
                    .forEach(table -> (there.contains(row(module.schema(), table)) ? present : missing).add(table));
            found.put(module.name(), new ModuleTables(module.name(), module.schema(), present, missing));
        }
        return new TablesFound(found, problems);
    }

    private SortedSet<String> tables(Module module) {
        return byModule.getOrDefault(module.name(), new TreeSet<>());
    }

    private static String row(String schema, String table) {
        return "(" + Literals.quote(schema) + ", " + Literals.quote(table) + ")";
    }

    /** Views and foreign tables count: an application that reads them does not see the difference. */
    private static Set<String> read(Connection connection, String rows) throws SQLException {
        Set<String> there = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT n.nspname, c.relname FROM pg_catalog.pg_class c"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND (n.nspname, c.relname) IN (VALUES " + rows
                        + ")")) {
            while (row.next()) {
                there.add(row(row.getString(1), row.getString(2)));
            }
        }
        return there;
    }
}
