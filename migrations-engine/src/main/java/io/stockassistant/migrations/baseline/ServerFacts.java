package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Address;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What only the server knows about the objects of one database: which needs which.
 *
 * @param edges who needs whom
 * @param defaults of each column default, by its address, the column
 * @param notNullNames of each column whose NOT NULL has a name that PostgreSQL would not choose again, that name
 */
record ServerFacts(List<Edge> edges, Map<Address, Column> defaults, Map<Column, String> notNullNames) {

    /** PostgreSQL 18 gave NOT NULL a name. */
    private static final int FIRST_WITH_NAMES = 18;

    /** One object needs another; the type is PostgreSQL's {@code deptype}. */
    record Edge(Address from, int fromColumn, Address to, char type) {}

    /** A column by its table and its number in it. */
    record Column(Address table, int number) {}

    static ServerFacts read(Connection connection) throws SQLException {
        List<Edge> edges = new ArrayList<>();
        Map<Address, Column> defaults = new HashMap<>();
        Map<Column, String> names = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "SELECT classid, objid, objsubid, refclassid, refobjid, deptype FROM pg_depend WHERE objid >= 16384"
                            + " AND refobjid >= 16384")) {
                while (row.next()) {
                    edges.add(new Edge(
                            new Address(row.getLong(1), row.getLong(2)),
                            row.getInt(3),
                            new Address(row.getLong(4), row.getLong(5)),
                            row.getString(6).charAt(0)));
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "SELECT 'pg_attrdef'::regclass::oid, oid, 'pg_class'::regclass::oid, adrelid, adnum FROM pg_attrdef")) {
                while (row.next()) {
                    defaults.put(
                            new Address(row.getLong(1), row.getLong(2)),
                            new Column(new Address(row.getLong(3), row.getLong(4)), row.getInt(5)));
                }
            }
            if (connection.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_NAMES) {
                readNames(statement, names);
            }
        }
        return new ServerFacts(edges, defaults, names);
    }

    private static void readNames(Statement statement, Map<Column, String> names) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                SELECT 'pg_class'::regclass::oid, a.attrelid, a.attnum, quote_ident(n.conname)
                FROM pg_constraint n JOIN pg_attribute a ON a.attrelid = n.conrelid AND a.attnum = n.conkey[1]
                JOIN pg_class c ON c.oid = a.attrelid
                WHERE n.contype = 'n' AND n.conname <> c.relname || '_' || a.attname || '_not_null'
                """)) {
            while (row.next()) {
                names.put(new Column(new Address(row.getLong(1), row.getLong(2)), row.getInt(3)), row.getString(4));
            }
        }
    }
}
