package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.effect.EventTriggers.Heard;
import io.stockassistant.migrations.effect.StatementEffects.Timeouts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What can be seen of a session and its database between two statements, in one round trip. From the first one on the
 * event triggers listen to the session.
 *
 * @param files of relations that have one, by oid: another number is another file
 * @param locks of the session, by the oid of the relation
 * @param counters of the session, by the oid of the table; the server begins again with 0 when it likes
 * @param heard since the last time
 */
record Sight(
        Map<Long, Relation> relations,
        Map<Long, Long> files,
        Map<Long, Set<LockMode>> locks,
        Map<Long, Counters> counters,
        Heard heard,
        Timeouts timeouts) {

    /** How often a table was read from beginning to end, and how many rows were written. */
    record Counters(long scans, long inserted, long updated, long deleted) {

        static final Counters NONE = new Counters(0, 0, 0, 0);

        Counters since(Counters before) {
            return scans < before.scans ? this : minus(before);
        }

        private Counters minus(Counters before) {
            return new Counters(
                    scans - before.scans,
                    Math.max(0, inserted - before.inserted),
                    Math.max(0, updated - before.updated),
                    Math.max(0, deleted - before.deleted));
        }
    }

    private static final String QUERIES = """
            SELECT c.oid, n.nspname, quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relkind,
                    coalesce(i.indrelid, 0), coalesce(pg_catalog.pg_relation_filenode(c.oid), 0)
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind <> 't';
            SELECT relation, mode FROM pg_catalog.pg_locks WHERE pid = pg_catalog.pg_backend_pid() AND granted
                AND locktype = 'relation' AND relation >= 16384
                AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database());
            SELECT relid, coalesce(seq_scan, 0), n_tup_ins, n_tup_upd, n_tup_del
                FROM pg_catalog.pg_stat_xact_user_tables WHERE seq_scan + n_tup_ins + n_tup_upd + n_tup_del > 0;
            SELECT coalesce(current_setting('%1$s', true), ''), extract(epoch FROM current_setting('lock_timeout')::interval)
                    * 1000, extract(epoch FROM current_setting('statement_timeout')::interval) * 1000,
                set_config('%1$s', '', false), set_config('%2$s', 'on', false);
            """.formatted(EventTriggers.SETTING, EventTriggers.LISTENING);

    static Sight read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(QUERIES);
            Map<Long, Relation> relations = new HashMap<>();
            Map<Long, Long> files = new HashMap<>();
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    long oid = row.getLong(1);
                    relations.put(
                            oid,
                            new Relation(
                                    oid,
                                    row.getString(2),
                                    row.getString(3),
                                    Relation.Kind.of(row.getString(4)),
                                    row.getLong(5)));
                    files.put(oid, row.getLong(6));
                }
            }
            Map<Long, Set<LockMode>> locks = new LinkedHashMap<>();
            try (ResultSet row = next(statement)) {
                while (row.next()) {
                    locks.computeIfAbsent(row.getLong(1), oid -> EnumSet.noneOf(LockMode.class))
                            .add(LockMode.ofCatalog(row.getString(2)));
                }
            }
            Map<Long, Counters> counters = new LinkedHashMap<>();
            try (ResultSet row = next(statement)) {
                while (row.next()) {
                    counters.put(
                            row.getLong(1),
                            new Counters(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                }
            }
            try (ResultSet row = next(statement)) {
                row.next();
                return new Sight(
                        relations,
                        files,
                        locks,
                        counters,
                        EventTriggers.parse(row.getString(1)),
                        new Timeouts(row.getLong(2), row.getLong(3)));
            }
        }
    }

    private static ResultSet next(Statement statement) throws SQLException {
        statement.getMoreResults();
        return statement.getResultSet();
    }

    Set<LockMode> locksOn(long oid) {
        return locks.getOrDefault(oid, Set.of());
    }

    Counters countersOf(long oid) {
        return counters.getOrDefault(oid, Counters.NONE);
    }

    long fileOf(long oid) {
        return files.getOrDefault(oid, 0L);
    }
}
