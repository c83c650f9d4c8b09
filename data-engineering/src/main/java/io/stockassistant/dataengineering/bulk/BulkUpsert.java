package io.stockassistant.dataengineering.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes any number of rows into a table: new keys are inserted, rows that differ are replaced as a whole, equal ones
 * are left alone. Rows go to the server as they come; the memory that is used does not grow with their number. Where a
 * key stands twice in one batch, the last row wins. Batches that meet wait for each other and cannot deadlock: each
 * takes its keys in ascending order.
 *
 * <p>The user of the database needs the right TEMPORARY.
 */
public final class BulkUpsert<M extends Record> {

    private final JdbcTemplate jdbc;
    private final BulkTable<M> table;

    public BulkUpsert(DataSource dataSource, BulkTable<M> table) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.table = table;
    }

    /**
     * Writes the rows, on the connection of the current transaction.
     *
     * @return how many rows of the table are new or changed
     * @throws IllegalStateException when there is no transaction
     * @throws org.springframework.dao.DataAccessException when the server refuses a row; the transaction is lost then
     */
    public long write(Iterator<M> rows) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("rows for " + table.name()
                    + " are written in a transaction, and there is none: call a use case, or open one");
        }
        Long written = jdbc.execute((Connection connection) -> write(connection, rows));
        return written == null ? 0 : written;
    }

    private long write(Connection connection, Iterator<M> rows) throws SQLException {
        BulkSql sql = new BulkSql(table);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.createBatch());
            boolean ascending = copy(connection.unwrap(PGConnection.class), sql.copyBatch(), rows);
            long written = statement.executeLargeUpdate(sql.insert(ascending));
            // A second batch of the same transaction needs the name.
            statement.execute(sql.dropBatch());
            return written;
        }
    }

    // Where the connection is lost too, this fails as well, and must not hide what came first.
    private static void cancel(CopyIn copy, Throwable failure) {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException lost) {
                failure.addSuppressed(lost);
            }
        }
    }

    private boolean copy(PGConnection connection, String sql, Iterator<M> rows) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn(sql);
        KeyOrder<M> order = new KeyOrder<>(table.keys());
        try {
            BinaryRows target = new BinaryRows(copy);
            while (rows.hasNext()) {
                M row = rows.next();
                order.next(row);
                target.startRow(table.columns().size());
                for (BulkColumn<M> column : table.columns()) {
                    column.write(row, target);
                }
            }
            target.end();
            copy.endCopy();
            return order.isAscending();
        } catch (SQLException | RuntimeException | Error failure) {
            cancel(copy, failure);
            throw failure;
        }
    }
}
