package io.stockassistant.migrations.backfill;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends statements with values over one connection. */
record Statements(Connection connection) {

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** What a query of one column and one row says. */
    boolean isTrue(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    long number(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The same of a query without values, in which a question mark is an operator. */
    boolean isTrue(String sql) throws SQLException {
        return findRow(sql).orElseThrow().get(0).equals("t");
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(findRow(sql).orElseThrow().get(0));
    }

    /** The columns of the first row, as text. */
    Optional<List<String>> findRow(String sql) throws SQLException {
        return listRows(sql).stream().findFirst();
    }

    /** The columns of all rows, as text. */
    List<List<String>> listRows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(columns);
            }
            return rows;
        }
    }

    PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Nullable
    Array array(@Nullable List<String> key) throws SQLException {
        return key == null ? null : connection.createArrayOf("text", key.toArray());
    }

    static @Nullable List<String> list(@Nullable Array array) throws SQLException {
        return array == null ? null : getList(array);
    }

    static List<String> getList(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
