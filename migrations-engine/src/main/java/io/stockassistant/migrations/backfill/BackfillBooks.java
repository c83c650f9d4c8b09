package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.script.Revision;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The books as somebody from outside reads and changes them, one transaction a call. */
public final class BackfillBooks {

    private final Connection connection;
    private final Books books;

    /** @param connection with automatic commit */
    public BackfillBooks(Connection connection) {
        this.connection = connection;
        this.books = new Books(new Statements(connection));
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException if they are there, and may not be read */
    public void checkReadable() throws SQLException {
        BookRights.READ.check(new Statements(connection));
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException if they are there, and may not be changed */
    public void checkWritable() throws SQLException {
        BookRights.WRITE.check(new Statements(connection));
    }

    /** Of all backfills that anybody has begun. */
    public List<BackfillBook> list() throws SQLException {
        List<BackfillBook> list = books.exist() ? books.list() : List.of();
        if (list.stream().noneMatch(each -> each.state() == BackfillState.RUNNING)) {
            return list;
        }
        Set<Revision> worked = new WorkMark(new Statements(connection)).list();
        return list.stream()
                .map(each -> each.state() == BackfillState.RUNNING && !worked.contains(each.revision())
                        ? each.as(BackfillState.INTERRUPTED)
                        : each)
                .toList();
    }

    public Optional<BackfillBook> find(Revision revision) throws SQLException {
        return list().stream().filter(each -> each.revision().equals(revision)).findFirst();
    }

    /**
     * What could not be done, oldest first.
     *
     * @param most how many to read
     */
    public List<BackfillFailure> listFailures(Revision revision, int most) throws SQLException {
        List<BackfillFailure> failures = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, table_name, key, sqlstate, message, attempts, first_at, last_at FROM " + BookSql.FAILURE
                        + " WHERE module = ? AND version = ? AND resolved_at IS NULL ORDER BY id LIMIT " + most)) {
            name(statement, revision);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    failures.add(new BackfillFailure(
                            row.getLong(1),
                            row.getString(2),
                            List.of((String[]) row.getArray(3).getArray()),
                            row.getString(4),
                            row.getString(5),
                            row.getInt(6),
                            row.getObject(7, OffsetDateTime.class),
                            row.getObject(8, OffsetDateTime.class)));
                }
            }
        }
        return failures;
    }

    /** Its workers stop after what they are doing, wherever they are. False if there is nothing to pause. */
    public boolean pause(Revision revision) throws SQLException {
        return update(
                        "UPDATE " + BookSql.BACKFILL + " SET state = 'paused', updated_at = clock_timestamp()"
                                + " WHERE module = ? AND version = ? AND state IN ('pending', 'running')",
                        revision)
                > 0;
    }

    /** Whoever runs it may go on. False if it is not paused. */
    public boolean resume(Revision revision) throws SQLException {
        return update(
                        "UPDATE " + BookSql.BACKFILL + " SET state = 'running', updated_at = clock_timestamp()"
                                + " WHERE module = ? AND version = ? AND state = 'paused'",
                        revision)
                > 0;
    }

    /** From now on each process that runs it has so many workers. */
    public void setWorkers(Revision revision, int workers) throws SQLException {
        update(
                "UPDATE " + BookSql.BACKFILL + " SET workers = " + workers + " WHERE module = ? AND version = ?",
                revision);
    }

    /**
     * Puts what could not be done among what is left to do.
     *
     * @return how many
     */
    public int retry(Revision revision) throws SQLException {
        SessionSettings.begin(connection);
        try {
            // Of two who do it at once, the second one sees what the first one has put there.
            update(
                    "UPDATE " + BookSql.BACKFILL + " SET updated_at = clock_timestamp()"
                            + " WHERE module = ? AND version = ?",
                    revision);
            int again = putBack(revision);
            connection.commit();
            return again;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private int putBack(Revision revision) throws SQLException {
        return update(
                "WITH left_over AS (SELECT table_name, key FROM " + BookSql.FAILURE
                        + " f WHERE module = ? AND version = ? AND resolved_at IS NULL AND NOT EXISTS (SELECT FROM "
                        + BookSql.BATCH + " b WHERE b.module = f.module AND b.version = f.version"
                        + " AND b.table_name = f.table_name AND b.again AND b.first_key = f.key)),"
                        + " opened AS (UPDATE " + BookSql.BACKFILL + " SET state = 'running', ended_at = NULL,"
                        + " message = NULL WHERE module = ? AND version = ? AND state = 'failed'"
                        + " AND EXISTS (SELECT FROM left_over))"
                        + " INSERT INTO " + BookSql.BATCH
                        + " (module, version, table_name, first_key, last_key, rows_counted, again)"
                        + " SELECT ?, ?, table_name, key, key, 0, true FROM left_over",
                revision,
                revision,
                revision);
    }

    /**
     * Says of failures that they need no further attempt.
     *
     * @param key the one that is meant; all of them if empty
     * @param reason kept beside them
     * @return how many
     */
    public int resolve(Revision revision, List<String> key, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE " + BookSql.FAILURE
                + " SET resolved_at = clock_timestamp(), resolution = ? WHERE module = ? AND version = ?"
                + " AND resolved_at IS NULL AND (cardinality(?::text[]) = 0 OR key = ?::text[])")) {
            Array keys = connection.createArrayOf("text", key.toArray());
            statement.setString(1, reason);
            statement.setString(2, revision.module());
            statement.setString(3, revision.version().toString());
            statement.setArray(4, keys);
            statement.setArray(5, keys);
            return statement.executeUpdate();
        }
    }

    /** Forgets how far it is, and what failed. Whoever runs it stops after the batch at hand, which is waited for. */
    public void forget(Revision revision) throws SQLException {
        if (!books.exist()) {
            return;
        }
        pause(revision); // so that nobody begins another batch
        connection.setAutoCommit(false);
        try {
            // Workers lock their batch before the entry; in the other order, they and this would wait for each other.
            update("DELETE FROM " + BookSql.BATCH + " WHERE module = ? AND version = ?", revision);
            update("DELETE FROM " + BookSql.BACKFILL + " WHERE module = ? AND version = ?", revision);
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private int update(String sql, Revision... revisions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            name(statement, revisions);
            return statement.executeUpdate();
        }
    }

    private static void name(PreparedStatement statement, Revision... revisions) throws SQLException {
        int i = 1;
        for (Revision each : revisions) {
            statement.setString(i++, each.module());
            statement.setString(i++, each.version().toString());
        }
    }
}
