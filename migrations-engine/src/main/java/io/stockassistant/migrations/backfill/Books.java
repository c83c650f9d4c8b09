package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.history.JournalSql;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The books of all backfills over one connection; who calls it begins and ends the transactions. */
final class Books {

    /** Why a failure is none any more that was tried again. */
    static final String RETRIED = "retried";

    private static final String BOOK = """
            SELECT b.module, b.version, b.description, b.checksum, b.state, b.rows_done, b.rows_estimated, b.batches_done,
                (SELECT count(*) FROM %s f WHERE f.module = b.module AND f.version = b.version AND f.resolved_at IS NULL),
                b.batch_size, b.workers, b.started_at, b.ended_at, b.message
            FROM %s b""".formatted(BookSql.FAILURE, BookSql.BACKFILL);

    private final Connection connection;

    Books(Connection connection) {
        this.connection = connection;
    }

    boolean exist() throws SQLException {
        return isTrue(BookSql.exists());
    }

    /** In a transaction; two who do it at once do it one after the other. */
    void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + (JournalSql.RUN_LOCK + 2) + ")");
            for (String each : BookSql.create()) {
                statement.execute(each);
            }
        }
    }

    /** Of all backfills that anybody has begun. */
    List<BackfillBook> list() throws SQLException {
        List<BackfillBook> books = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BOOK + " ORDER BY b.started_at, b.module, b.version")) {
            while (row.next()) {
                books.add(new BackfillBook(
                        new Revision(row.getString(1), Version.of(row.getString(2))),
                        row.getString(3),
                        row.getInt(4),
                        BackfillState.of(row.getString(5)),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getObject(12, OffsetDateTime.class),
                        row.getObject(13, OffsetDateTime.class),
                        row.getString(14)));
            }
        }
        return books;
    }

    Optional<BackfillBook> find(Revision revision) throws SQLException {
        return list().stream().filter(each -> each.revision().equals(revision)).findFirst();
    }

    /** Of two who begin at once, one does. */
    void begin(BackfillScript script, List<String> parts, long estimate, int workers) throws SQLException {
        int begun = update(
                "INSERT INTO " + BookSql.BACKFILL + " (module, version, description, checksum, state, rows_estimated,"
                        + " batch_size, workers) VALUES (?, ?, ?, ?, 'running', ?, ?, ?) ON CONFLICT DO NOTHING",
                script.backfill().module(),
                version(script),
                script.backfill().description(),
                script.backfill().file().checksum(),
                estimate,
                script.header().batchSize(),
                workers);
        if (begun == 1) {
            addRests(script, parts);
        }
    }

    /** The whole of each table. */
    void addRests(BackfillScript script, List<String> parts) throws SQLException {
        for (String part : parts) {
            add(script, part, null, null, 0, 0, false);
        }
    }

    void add(BackfillScript script, String table, KeyRange range, int attempts, boolean again) throws SQLException {
        add(script, table, range.from(), range.to(), range.rows(), attempts, again);
    }

    private void add(
            BackfillScript script,
            String table,
            @Nullable List<String> from,
            @Nullable List<String> to,
            long rows,
            int attempts,
            boolean again)
            throws SQLException {
        update(
                "INSERT INTO " + BookSql.BATCH + " (module, version, table_name, first_key, last_key, rows_counted,"
                        + " attempts, again) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                script.backfill().module(),
                version(script),
                table,
                array(from),
                array(to),
                rows,
                attempts,
                again);
    }

    /** A batch that nobody else has, until the end of the transaction: ranges first, and then what is still to be cut. */
    Optional<Batch> claim(BackfillScript script) throws SQLException {
        try (PreparedStatement statement = prepare(
                        "SELECT b.id, b.table_name, b.first_key, b.last_key, b.rows_counted, b.attempts, b.again FROM "
                                + BookSql.BATCH + " b JOIN " + BookSql.BACKFILL + " f USING (module, version)"
                                + " WHERE module = ? AND version = ? AND f.state = 'running'"
                                + " AND b.not_before <= clock_timestamp()"
                                + " ORDER BY b.last_key IS NULL, b.id LIMIT 1 FOR UPDATE OF b SKIP LOCKED",
                        script.backfill().module(),
                        version(script));
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Batch(
                            row.getLong(1),
                            row.getString(2),
                            list(row.getArray(3)),
                            list(row.getArray(4)),
                            row.getLong(5),
                            row.getInt(6),
                            row.getBoolean(7)))
                    : Optional.empty();
        }
    }

    boolean isAnyLeft(BackfillScript script) throws SQLException {
        return isTrue(
                "SELECT EXISTS (SELECT FROM " + BookSql.BATCH + " WHERE module = ? AND version = ?)",
                script.backfill().module(),
                version(script));
    }

    int batchSize(BackfillScript script) throws SQLException {
        return number("SELECT batch_size FROM " + BookSql.BACKFILL + " WHERE module = ? AND version = ?", script);
    }

    void beginRestBehind(Batch rest, List<String> key) throws SQLException {
        update("UPDATE " + BookSql.BATCH + " SET first_key = ? WHERE id = ?", array(key), rest.id());
    }

    void remove(Batch batch) throws SQLException {
        update("DELETE FROM " + BookSql.BATCH + " WHERE id = ?", batch.id());
    }

    void done(BackfillScript script, Batch batch, long rows, int batchSize) throws SQLException {
        remove(batch);
        update(
                "UPDATE " + BookSql.BACKFILL + " SET rows_done = rows_done + ?, batches_done = batches_done + 1,"
                        + " batch_size = ?, updated_at = clock_timestamp() WHERE module = ? AND version = ?",
                rows,
                batchSize,
                script.backfill().module(),
                version(script));
    }

    /** It is tried again after a pause. */
    void putOff(Batch batch, Duration pause, String sqlState, String message) throws SQLException {
        update(
                "UPDATE " + BookSql.BATCH + " SET attempts = attempts + 1, not_before = clock_timestamp()"
                        + " + make_interval(secs => ? / 1000.0), sqlstate = ?, message = ? WHERE id = ?",
                pause.toMillis(),
                sqlState,
                message,
                batch.id());
    }

    void setBatchSize(BackfillScript script, int size) throws SQLException {
        update(
                "UPDATE " + BookSql.BACKFILL + " SET batch_size = ? WHERE module = ? AND version = ?",
                size,
                script.backfill().module(),
                version(script));
    }

    void setWorkers(BackfillScript script, int workers) throws SQLException {
        update(
                "UPDATE " + BookSql.BACKFILL + " SET workers = ? WHERE module = ? AND version = ?",
                workers,
                script.backfill().module(),
                version(script));
    }

    void failed(BackfillScript script, String table, List<String> key, String sqlState, String message, int attempts)
            throws SQLException {
        update(
                "INSERT INTO " + BookSql.FAILURE
                        + " AS f (module, version, table_name, key, sqlstate, message, attempts)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (module, version, table_name, key) DO UPDATE SET"
                        + " sqlstate = excluded.sqlstate, message = excluded.message,"
                        + " attempts = f.attempts + excluded.attempts, last_at = clock_timestamp(),"
                        + " resolved_at = NULL, resolution = NULL",
                script.backfill().module(),
                version(script),
                table,
                array(key),
                sqlState,
                message,
                attempts);
    }

    void resolved(BackfillScript script, String table, List<String> key, String resolution) throws SQLException {
        update(
                "UPDATE " + BookSql.FAILURE + " SET resolved_at = clock_timestamp(), resolution = ?"
                        + " WHERE module = ? AND version = ? AND table_name = ? AND key = ? AND resolved_at IS NULL",
                resolution,
                script.backfill().module(),
                version(script),
                table,
                array(key));
    }

    /** Where it stands, for the one who may change it until the transaction ends. */
    BackfillState lock(BackfillScript script) throws SQLException {
        try (PreparedStatement statement = prepare(
                        "SELECT state FROM " + BookSql.BACKFILL + " WHERE module = ? AND version = ? FOR NO KEY UPDATE",
                        script.backfill().module(),
                        version(script));
                ResultSet row = statement.executeQuery()) {
            return row.next() ? BackfillState.of(row.getString(1)) : BackfillState.PENDING;
        }
    }

    int passes(BackfillScript script) throws SQLException {
        return number("SELECT passes FROM " + BookSql.BACKFILL + " WHERE module = ? AND version = ?", script);
    }

    void nextPass(BackfillScript script) throws SQLException {
        update(
                "UPDATE " + BookSql.BACKFILL + " SET passes = passes + 1 WHERE module = ? AND version = ?",
                script.backfill().module(),
                version(script));
    }

    void set(BackfillScript script, BackfillState state, @Nullable String message) throws SQLException {
        boolean ended = state == BackfillState.COMPLETE || state == BackfillState.FAILED;
        update(
                "UPDATE " + BookSql.BACKFILL
                        + " SET state = ?, message = ?, updated_at = clock_timestamp(), ended_at = "
                        + (ended ? "clock_timestamp()" : "NULL") + " WHERE module = ? AND version = ?",
                state.word(),
                message,
                script.backfill().module(),
                version(script));
    }

    /** The keys of failures that are not resolved, as a query. */
    static String unresolvedKeys(BackfillScript script) {
        return "SELECT key FROM " + BookSql.FAILURE + " WHERE module = '"
                + script.backfill().module() + "' AND version = '" + version(script) + "' AND resolved_at IS NULL";
    }

    /** The same of those, too, of which somebody has said that they need no attempt. */
    static String settledKeys(BackfillScript script) {
        return unresolvedKeys(script).replace("resolved_at IS NULL", "resolution IS DISTINCT FROM '" + RETRIED + "'");
    }

    private static String version(BackfillScript script) {
        return script.backfill().version().toString();
    }

    private int number(String sql, BackfillScript script) throws SQLException {
        try (PreparedStatement statement = prepare(sql, script.backfill().module(), version(script));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    boolean isTrue(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private @Nullable Array array(@Nullable List<String> key) throws SQLException {
        return key == null ? null : connection.createArrayOf("text", key.toArray());
    }

    private static @Nullable List<String> list(@Nullable Array array) throws SQLException {
        return array == null ? null : Arrays.asList((String[]) array.getArray());
    }
}
