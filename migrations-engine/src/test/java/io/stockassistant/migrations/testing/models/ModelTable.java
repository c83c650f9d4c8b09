package io.stockassistant.migrations.testing.models;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table that a model asks for, made as a temporary one: so both sides are in the server's own spelling. */
final class ModelTable {

    private final Connection connection;
    private final Model model;
    private final List<String> refused = new ArrayList<>();

    ModelTable(Connection connection, Model model) {
        this.connection = connection;
        this.model = model;
    }

    /** What the server said about columns that it would not make. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    TableFacts make() throws SQLException {
        String name = "pg_temp." + quoted(model.table());
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE " + quoted(model.table()) + " ()");
            List<String> made = new ArrayList<>();
            for (ModelColumn column : model.columns()) {
                if (column.type().isEmpty()) {
                    refused.add(column.name() + ": a " + column.javaType()
                            + " has no column type of its own; give it a columnDefinition");
                } else if (add(statement, name, column, column.type().get())) {
                    made.add(column.name());
                }
            }
            String key = model.key().stream()
                    .filter(made::contains)
                    .map(ModelTable::quoted)
                    .collect(Collectors.joining(", "));
            if (!key.isEmpty()) {
                statement.execute("ALTER TABLE " + name + " ADD PRIMARY KEY (" + key + ")");
            }
            TableFacts facts = TableFacts.read(connection, name);
            statement.execute("DROP TABLE " + name);
            return facts;
        }
    }

    private boolean add(Statement statement, String table, ModelColumn column, String type) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            statement.execute("ALTER TABLE " + table + " ADD COLUMN " + column.definition(type));
            return true;
        } catch (SQLException refusal) {
            connection.rollback(before);
            refused.add(column.name() + ": the server refuses " + column.definition(type) + ": "
                    + String.valueOf(refusal.getMessage()).lines().findFirst().orElse(""));
            return false;
        }
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
