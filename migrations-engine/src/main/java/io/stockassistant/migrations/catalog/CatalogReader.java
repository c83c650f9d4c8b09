package io.stockassistant.migrations.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads a catalog, with one statement a kind of object, however many objects there are. */
public final class CatalogReader {

    /** Columns of a query before those that are properties. */
    private static final int FIRST_PROPERTY = 7;

    private final Connection connection;
    private final Scope scope;

    private CatalogReader(Connection connection, Scope scope) {
        this.connection = connection;
        this.scope = scope;
    }

    /**
     * What a database holds at one moment. Works on PostgreSQL 13 to 18, and writes nothing.
     *
     * @param connection with automatic commit
     * @throws SQLException if the server cannot answer
     */
    public static Catalog read(Connection connection, Scope scope) throws SQLException {
        return atOneMoment(connection, statement -> new CatalogReader(connection, scope).read(statement));
    }

    /** The same, with relations, columns, constraints, enums, composite types and domains alone. */
    public static Catalog readRelationsAndTypes(Connection connection, Scope scope) throws SQLException {
        List<String> queries = SchemaQueries.relationsAndTypes(major(connection));
        return atOneMoment(connection, statement -> new CatalogReader(connection, scope).read(statement, queries));
    }

    /**
     * The same as seen by the transaction that is open on a connection, with what it has changed itself; the transaction
     * stays open.
     */
    public static Catalog readInTransaction(Connection connection, Scope scope) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SAVEPOINT catalog; " + Fragments.SETTINGS);
            try {
                return new CatalogReader(connection, scope).read(statement);
            } finally {
                statement.execute("ROLLBACK TO catalog; RELEASE catalog");
            }
        }
    }

    /** Something that is read. */
    private interface Reading {
        Catalog with(Statement statement) throws SQLException;
    }

    private static Catalog atOneMoment(Connection connection, Reading reading) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; " + Fragments.SETTINGS);
            try {
                return reading.with(statement);
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }

    private static int major(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    private Catalog read(Statement statement) throws SQLException {
        int major = major(connection);
        List<String> queries = new ArrayList<>(SchemaQueries.all(major));
        if (scope.isWholeDatabase()) {
            queries.addAll(DatabaseQueries.all(major, scope.isInUse()));
        }
        if (scope.hasPublications()) {
            queries.add(DatabaseQueries.publications(major));
        }
        return read(statement, queries);
    }

    private Catalog read(Statement statement, List<String> queries) throws SQLException {
        String scoped = Fragments.scope(scope);
        List<CatalogObject> objects = new ArrayList<>();
        for (String query : queries) {
            try (ResultSet row = statement.executeQuery(scoped + query)) {
                while (row.next()) {
                    objects.add(object(row));
                }
            }
        }
        return new Catalog(objects);
    }

    private static CatalogObject object(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        TreeMap<String, String> properties = new TreeMap<>();
        for (int i = FIRST_PROPERTY; i <= columns.getColumnCount(); i++) {
            String value = row.getString(i);
            if (value != null) {
                properties.put(columns.getColumnLabel(i), value);
            }
        }
        return new CatalogObject(
                Kind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                properties,
                new Address(row.getLong(4), row.getLong(5)),
                row.getInt(6));
    }
}
