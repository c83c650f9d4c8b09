package io.stockassistant.migrations.history;

import io.stockassistant.migrations.script.Change;
import io.stockassistant.migrations.script.Version;
import org.jspecify.annotations.Nullable;

/**
 * A row that is about to be written.
 *
 * @param millis an SQL expression
 */
public record NewRow(
        @Nullable Version version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum,
        String millis,
        boolean success) {

    /** The age of the transaction in milliseconds, as SQL. */
    public static final String MILLIS_SO_FAR =
            "(extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000)::integer";

    /**
     * What was applied in this transaction.
     *
     * @param millis how long it took, as SQL
     */
    public static NewRow applied(Change change, String millis) {
        return upgraded(change, millis, true);
    }

    /** What counts as applied from now on, and was not run. */
    public static NewRow recorded(Change change) {
        return upgraded(change, "0", true);
    }

    /** What runs without a transaction, before its first statement. */
    public static NewRow begun(Change change) {
        return upgraded(change, Integer.toString(HistoryRow.UPGRADE_UNDER_WAY), false);
    }

    /** Takes a row back: what it stands for was undone, or stays without counting; repeats what the row said. */
    public static NewRow removal(HistoryRow row) {
        return new NewRow(row.version(), row.description(), "DELETE", row.script(), row.checksum(), "0", true);
    }

    private static NewRow upgraded(Change change, String millis, boolean success) {
        return new NewRow(
                change.findVersion().orElse(null),
                change.description(),
                HistoryRow.typeOf(change),
                change.upgrade().name(),
                change.checksum(),
                millis,
                success);
    }
}
