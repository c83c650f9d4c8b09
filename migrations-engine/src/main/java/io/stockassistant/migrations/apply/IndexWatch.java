package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Literals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows which indexes of a schema a script without a transaction left invalid: what an interrupted CREATE, REINDEX or
 * DROP INDEX CONCURRENTLY leaves costs like an index and serves nobody.
 */
final class IndexWatch {

    /** An index; one that another session is just building counts as valid, for it is not ours to judge. */
    private record Index(String name, boolean valid) {}

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SqlSession session;
    private final String schema;
    private final Map<Long, Index> before;

    private IndexWatch(SqlSession session, String schema) throws StatementFailure {
        this.session = session;
        this.schema = schema;
        this.before = list();
    }

    /** Notes what is there now. */
    static IndexWatch start(SqlSession session, String schema) throws StatementFailure {
        return new IndexWatch(session, schema);
    }

    /** Drops the indexes that are new and invalid, and names them. One that is in use is not waited for. */
    List<String> dropLeftovers() throws StatementFailure {
        List<String> dropped = new ArrayList<>();
        session.send("SET lock_timeout = '" + PATIENCE.toMillis() + "ms'");
        for (Map.Entry<Long, Index> entry : list().entrySet()) {
            if (!entry.getValue().valid() && !before.containsKey(entry.getKey())) {
                String name = entry.getValue().name();
                if (isDropped(name)) {
                    dropped.add(name);
                }
            }
        }
        return dropped;
    }

    private boolean isDropped(String name) throws StatementFailure {
        try {
            session.send("DROP INDEX CONCURRENTLY IF EXISTS " + name);
            return true;
        } catch (StatementFailure failure) {
            if (FailureReport.isConnectionLost(failure)) {
                throw failure;
            }
            return false; // the report names it among the damaged ones
        }
    }

    /** The indexes that are invalid now and were not before. */
    Set<String> listDamaged() throws StatementFailure {
        Set<String> damaged = new HashSet<>();
        list().forEach((oid, index) -> {
            Index earlier = before.get(oid);
            if (!index.valid() && (earlier == null || earlier.valid())) {
                damaged.add(index.name());
            }
        });
        return damaged;
    }

    /** An index that was invalid before the script and still is, although the script names it: it was passed over. */
    Optional<String> findPassedOver(String script) throws StatementFailure {
        if (before.values().stream().allMatch(Index::valid)) {
            return Optional.empty();
        }
        return list().entrySet().stream()
                .filter(each -> !each.getValue().valid() && before.containsKey(each.getKey()))
                .map(each -> each.getValue().name())
                .filter(name -> script.contains(name.substring(name.lastIndexOf('.') + 1)))
                .findFirst();
    }

    private Map<Long, Index> list() throws StatementFailure {
        Map<Long, Index> indexes = new HashMap<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT c.oid, format('%I.%I', n.nspname, c.relname),"
                        + " i.indisvalid OR EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p"
                        + " WHERE p.index_relid = c.oid AND p.pid <> pg_backend_pid())"
                        + " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind = 'i' AND n.nspname = " + Literals.quote(schema))) {
            while (row.next()) {
                indexes.put(row.getLong(1), new Index(row.getString(2), row.getBoolean(3)));
            }
        } catch (SQLException e) {
            throw StatementFailure.of(e, new SqlMessage(), 0);
        }
        return indexes;
    }
}
