package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.script.BackfillScript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Does one thing after the other of what is left of a backfill, each in a transaction of its own: cuts a range, does a
 * range, ends the whole. What it works on is locked for that long; when it dies, somebody else does it.
 */
final class Worker implements AutoCloseable {

    /** What one turn has come to. */
    enum Turn {
        DONE,
        CUT,
        /** What is left, others have, or it has to wait. */
        NOTHING_FREE,
        OVER
    }

    /** A lock that somebody has, a deadlock, a conflict, a timeout: what may be otherwise the next time. */
    private static final Set<String> PASSING = Set.of("55P03", "57014", "40001", "40P01");

    private static final Set<String> TOO_LARGE = Set.of("55P03", "57014");

    /** Data exceptions, constraints, what functions raise: what may be so for one row and not for the next. */
    private static final Set<String> OF_ROWS = Set.of("22", "23", "44", "P0", "38", "39", "2F");

    private static final int MOST_PASSES = 3;

    private final Connection connection;
    private final Books books;
    private final BackfillScript script;
    private final TableLookup.Found found;
    private final BackfillSettings settings;
    private final String schema;
    private long rows;

    Worker(
            Connection connection,
            BackfillScript script,
            TableLookup.Found found,
            BackfillSettings settings,
            String schema)
            throws SQLException {
        this.connection = connection;
        this.books = new Books(connection);
        this.script = script;
        this.found = found;
        this.settings = settings;
        this.schema = schema;
        connection.setAutoCommit(false);
    }

    /** Rows that the last turn did. */
    long rows() {
        return rows;
    }

    Turn turn() throws SQLException {
        rows = 0;
        SessionSettings.apply(connection, schema);
        Optional<Batch> claimed = books.claim(script);
        if (claimed.isEmpty()) {
            return end();
        }
        Batch batch = claimed.get();
        if (batch.isRest()) {
            cut(batch);
            connection.commit();
            return Turn.CUT;
        }
        try {
            done(batch);
            return Turn.DONE;
        } catch (SQLException e) {
            if (FailedStatement.isConnectionLost(e)) {
                throw e;
            }
            connection.rollback();
            if (!PASSING.contains(state(e))) {
                throw e;
            }
            putOff(batch, e);
            return Turn.NOTHING_FREE;
        }
    }

    private void cut(Batch rest) throws SQLException {
        KeyTable table = found.table().part(rest.table());
        List<String> behind = rest.findFrom().orElse(List.of());
        Optional<List<String>> first = findKey(table.nthBehind(behind, 0));
        if (first.isEmpty()) {
            books.remove(rest);
            return;
        }
        int size = size();
        Optional<List<String>> last = findKey(table.nthBehind(behind, size - 1L));
        if (last.isPresent()) {
            books.beginRestBehind(rest, last.get());
            KeyRange range = new KeyRange(first.get(), last.get(), size);
            books.add(script, rest.table(), found.unique() ? range : counted(table, range), 0, false);
        } else {
            List<String> lastAndCount = findKey(table.lastBehind(behind)).orElseThrow();
            List<String> end = lastAndCount.subList(0, first.get().size());
            long count = Long.parseLong(lastAndCount.get(end.size()));
            books.remove(rest);
            books.add(script, rest.table(), new KeyRange(first.get(), end, count), 0, false);
        }
    }

    /** Where there is a highest rate, no batch is more than a second's. */
    private int size() throws SQLException {
        int size = books.batchSize(script);
        return settings.maxRate() == 0 ? size : (int) Math.min(size, settings.maxRate());
    }

    /** Others of its last key are among its rows. */
    private KeyRange counted(KeyTable table, KeyRange range) throws SQLException {
        return new KeyRange(range.from(), range.to(), number(table.countIn(range)));
    }

    private void done(Batch batch) throws SQLException {
        long start = System.nanoTime();
        execute("SET LOCAL statement_timeout = " + settings.statementTimeout().toMillis()
                + "; SET LOCAL lock_timeout = " + settings.lockTimeout().toMillis());
        attempt(batch, batch.range(), start + 2 * settings.batchTime().toNanos());
        execute("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0");
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        int size = books.batchSize(script);
        books.done(script, batch, rows, new Pace(settings.batchTime()).next(size, batch.rows(), duration));
        connection.commit();
    }

    /** What a row refuses is tried in halves, until the rows that refuse are alone. */
    private void attempt(Batch batch, KeyRange range, long deadline) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute(sql(batch, range));
            connection.releaseSavepoint(before);
            rows += range.rows();
            if (batch.again()) {
                books.resolved(script, batch.table(), range.from(), Books.RETRIED);
            }
        } catch (SQLException e) {
            if (FailedStatement.isConnectionLost(e) || !OF_ROWS.contains(state(e).substring(0, 2))) {
                throw e;
            }
            connection.rollback(before);
            if (range.isOneKey()) {
                rows += range.rows();
                books.failed(
                        script, batch.table(), range.from(), state(e), FailedStatement.text(e), batch.attempts() + 1);
                return;
            }
            for (KeyRange half : halves(found.table().part(batch.table()), range)) {
                if (System.nanoTime() > deadline) {
                    books.add(script, batch.table(), half, batch.attempts(), false);
                } else {
                    attempt(batch, half, deadline);
                }
            }
        }
    }

    private String sql(Batch batch, KeyRange range) {
        KeyTable table = found.table();
        return script.statement()
                .with(Map.of(
                        "from", table.values(range.from()),
                        "to", table.values(range.to()),
                        "table", batch.table(),
                        "todo", "(" + table.todo() + ")"));
    }

    /** At most two; rows may be gone meanwhile. */
    private List<KeyRange> halves(KeyTable table, KeyRange range) throws SQLException {
        long count = number(table.countIn(range));
        Optional<List<String>> first = findKey(table.nthIn(range, List.of(), 0));
        if (first.isEmpty()) {
            return List.of(new KeyRange(range.from(), range.from(), 0));
        }
        List<String> middle = findKey(table.nthIn(range, List.of(), Math.max(0, count / 2 - 1)))
                .orElse(first.get());
        List<KeyRange> halves = new ArrayList<>();
        halves.add(new KeyRange(first.get(), middle, Math.max(1, count / 2)));
        findKey(table.nthIn(range, middle, 0))
                .ifPresent(next -> halves.add(new KeyRange(next, range.to(), count - Math.max(1, count / 2))));
        return halves;
    }

    private void putOff(Batch batch, SQLException e) throws SQLException {
        SessionSettings.apply(connection, schema);
        if (TOO_LARGE.contains(state(e))) {
            books.setBatchSize(script, Pace.shrunk(books.batchSize(script)));
        }
        boolean again = batch.attempts() + 1 < script.header().maxAttempts();
        KeyRange range = batch.range();
        if (again) {
            books.putOff(batch, Pace.pause(batch.attempts()), state(e), FailedStatement.text(e));
        } else if (range.isOneKey()) {
            books.failed(script, batch.table(), range.from(), state(e), FailedStatement.text(e), batch.attempts() + 1);
            books.remove(batch);
        } else {
            for (KeyRange half : halves(found.table().part(batch.table()), range)) {
                books.add(script, batch.table(), half, 0, batch.again());
            }
            books.remove(batch);
        }
        connection.commit();
    }

    /** Nothing is free: is nothing left? */
    private Turn end() throws SQLException {
        if (books.lock(script) != BackfillState.RUNNING) {
            connection.rollback();
            return Turn.OVER;
        }
        if (books.isAnyLeft(script)) {
            connection.rollback();
            return Turn.NOTHING_FREE;
        }
        boolean failures = books.isTrue("SELECT EXISTS (" + Books.unresolvedKeys(script) + ")");
        boolean left = isLeft(failures);
        if (left && books.passes(script) < MOST_PASSES) {
            books.nextPass(script);
            books.addRests(script, found.parts());
            connection.commit();
            return Turn.CUT;
        }
        books.set(
                script,
                left || failures ? BackfillState.FAILED : BackfillState.COMPLETE,
                left ? "Rows are left to do after it has walked through the table " + MOST_PASSES + " times." : null);
        connection.commit();
        return Turn.OVER;
    }

    private boolean isLeft(boolean failures) throws SQLException {
        KeyTable table = found.table();
        if (script.findCheck().isPresent()) {
            String check =
                    script.findCheck().get().with(Map.of("table", table.name(), "todo", "(" + table.todo() + ")"));
            return !failures && books.isTrue("SELECT EXISTS (" + check + ")");
        }
        return script.header().findTodo().isPresent() && books.isTrue(table.isLeft(Books.settledKeys(script)));
    }

    private Optional<List<String>> findKey(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                return Optional.empty();
            }
            List<String> key = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                key.add(row.getString(i));
            }
            return Optional.of(key);
        }
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(findKey(query).orElseThrow().get(0));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "XX000" : e.getSQLState();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
