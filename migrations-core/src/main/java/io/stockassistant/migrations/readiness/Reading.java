package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** One look at a database. The end of the transaction is a resource, so that its failure does not hide an earlier one. */
final class Reading implements AutoCloseable {

    private final Connection connection;

    Reading(Connection connection) {
        this.connection = connection;
    }

    Seen read(Expected expected) throws SQLException {
        return new Seen(
                Optional.ofNullable(connection.getCatalog()).orElse(""),
                expected.files().isEmpty()
                        ? Histories.empty()
                        : HistoryReader.read(connection, expected.modules().list()),
                expected.tables().lookUp(connection));
    }

    /** Some pools lend connections without auto-commit. */
    @Override
    public void close() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }
}
