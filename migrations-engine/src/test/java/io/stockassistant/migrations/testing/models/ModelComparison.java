package io.stockassistant.migrations.testing.models;

import io.stockassistant.migrations.testing.models.TableFacts.ColumnFacts;
import io.stockassistant.shared.migration.MigrationModule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Goes through tables, then columns, then what is said about each. */
final class ModelComparison {

    private final MigrationModule module;
    private final Connection connection;
    private final List<String> differences = new ArrayList<>();

    /** @param connection in a transaction that will be rolled back */
    ModelComparison(MigrationModule module, Connection connection) {
        this.module = module;
        this.connection = connection;
    }

    List<String> listDifferences(List<Class<?>> classes) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path = " + ModelTable.quoted(module.schema()) + ", public");
        }
        Map<String, Model> models = models(classes);
        Set<String> tables = tables();
        Set<String> all = new TreeSet<>(models.keySet());
        all.addAll(tables);
        for (String table : all) {
            Model model = models.get(table);
            if (model == null) {
                differences.add(table + ": a table without a model");
            } else if (!tables.contains(table)) {
                differences.add(table + ": a model (" + model.type().getName() + ") without a table");
            } else {
                compare(table, model);
            }
        }
        return List.copyOf(differences);
    }

    private Map<String, Model> models(List<Class<?>> classes) {
        Map<String, Model> models = new TreeMap<>();
        for (Class<?> type : classes) {
            Model model = Model.of(type);
            Model other = models.putIfAbsent(model.table(), model);
            if (other != null) {
                differences.add(model.table() + ": two models, " + other.type().getName() + " and " + type.getName());
            }
            model.schema()
                    .filter(schema -> !schema.equals(module.schema()))
                    .ifPresent(schema -> differences.add(model.table() + ": its model names the schema " + schema
                            + ", and the module's is " + module.schema()));
        }
        return models;
    }

    private Set<String> tables() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT relname FROM pg_class
                WHERE relnamespace = to_regnamespace(?) AND relkind IN ('r', 'p') AND NOT relispartition
                  AND oid IS DISTINCT FROM to_regclass(?)""")) {
            statement.setString(1, ModelTable.quoted(module.schema()));
            statement.setString(2, module.historyTable());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
        }
        return tables;
    }

    private void compare(String table, Model model) throws SQLException {
        TableFacts real =
                TableFacts.read(connection, ModelTable.quoted(module.schema()) + "." + ModelTable.quoted(table));
        ModelTable asked = new ModelTable(connection, model);
        TableFacts wanted = asked.make();
        asked.refused().forEach(each -> differences.add(table + "." + each));
        differ(table, "comment", quoted(real.comment()), quoted(model.comment()));
        differ(table, "primary key", String.join(", ", real.key()), String.join(", ", model.key()));
        for (ModelColumn column : model.columns()) {
            ColumnFacts there = real.columns().get(column.name());
            if (there == null) {
                differences.add(table + "." + column.name() + ": in the model, not in the table");
            } else {
                compare(table + "." + column.name(), there, wanted.columns().get(column.name()), column);
            }
        }
        Set<String> unknown = new TreeSet<>(real.columns().keySet());
        model.columns().forEach(column -> unknown.remove(column.name()));
        unknown.forEach(each -> differences.add(table + "." + each + ": in the table, not in the model"));
    }

    private void compare(String where, ColumnFacts real, @Nullable ColumnFacts wanted, ModelColumn column) {
        if (wanted != null) {
            differ(where, "type", real.type(), wanted.type());
            differ(where, "nullability", real.nullability(), wanted.nullability());
            differ(where, "default", real.filledBy(), wanted.filledBy());
        }
        differ(where, "comment", quoted(real.comment()), quoted(column.comment()));
    }

    private void differ(String where, String what, String real, String wanted) {
        if (!real.equals(wanted)) {
            differences.add(where + ": " + what + " is " + said(real) + ", and " + said(wanted) + " in the model");
        }
    }

    private static String quoted(String comment) {
        return comment.isEmpty() ? "" : "\"" + comment + "\"";
    }

    private static String said(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
