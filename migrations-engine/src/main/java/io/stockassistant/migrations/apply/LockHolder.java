package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.script.SecretMask;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whoever keeps a step waiting.
 *
 * @param who process, program, user, and for how long, as words
 * @param query its last statement, if that may be seen
 */
record LockHolder(String who, @Nullable String query) {

    private static final int LONGEST_QUERY = 200;
    private static final int MOST = 3;

    private static final String QUERY = """
            SELECT CASE WHEN blocking.pid = 0 THEN 'a prepared transaction (SELECT * FROM pg_prepared_xacts)'
                ELSE concat('process ', blocking.pid, ' (', coalesce(nullif(a.application_name, ''), 'a program'),
                    ' of ', coalesce(a.usename, a.backend_type), ', ' || a.state,
                    ', in a transaction for ' || date_trunc('second', clock_timestamp() - a.xact_start), ')') END,
                a.query
            FROM (SELECT DISTINCT unnest(pg_catalog.pg_blocking_pids(%d)) AS pid) blocking
            LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = blocking.pid
            ORDER BY a.xact_start NULLS LAST""";

    /** Asks over the connection of the run's lock, which is free while a step waits. */
    static List<LockHolder> list(RunLock lock, int process) throws SQLException {
        return lock.list(QUERY.formatted(process), row -> new LockHolder(row.getString(1), row.getString(2)));
    }

    static String words(List<LockHolder> holders) {
        String first = holders.stream().limit(MOST).map(LockHolder::words).collect(Collectors.joining("; "));
        return holders.size() > MOST ? first + " and " + (holders.size() - MOST) + " more" : first;
    }

    private String words() {
        if (query == null || query.isBlank()) {
            return who;
        }
        String line = SecretMask.ofSql(query).strip().replaceAll("\\s+", " ");
        return who + ": " + (line.length() <= LONGEST_QUERY ? line : line.substring(0, LONGEST_QUERY - 1) + "…");
    }
}
