package io.stockassistant.migrations.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the journal. */
public final class JournalReader {

    private JournalReader() {}

    /**
     * The last runs, the newest last.
     *
     * @param limit how many at most
     * @param module when given, only runs that had to do with it
     * @return empty when no journal is kept in this database
     * @throws SQLException if the server refuses, for example because the journal may not be read
     */
    public static Optional<List<JournalledRun>> read(Connection connection, int limit, Optional<String> module)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                return Optional.empty();
            }
            String chosen = "SELECT * FROM " + JournalSql.RUN
                    + module.map(each -> " WHERE EXISTS (SELECT FROM " + JournalSql.STEP
                                    + " s WHERE s.run_id = run.id AND s.module = " + Literals.quote(each) + ")")
                            .orElse("")
                    + " ORDER BY id DESC LIMIT " + limit;
            Map<Long, List<JournalledRun.Step>> steps = readSteps(statement, chosen);
            List<JournalledRun> runs = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(chosen)) {
                while (row.next()) {
                    runs.add(toRun(row, steps.getOrDefault(row.getLong("id"), List.of())));
                }
            }
            if (runs.stream().anyMatch(JournalledRun::isRunning) && !isAnyRunning(statement)) {
                runs.replaceAll(each -> each.isRunning() ? each.aborted() : each);
            }
            Collections.reverse(runs);
            return Optional.of(runs);
        }
    }

    /** A run holds a lock as long as it lives; the row of one that was killed says that it is running for ever. */
    private static boolean isAnyRunning(Statement statement) throws SQLException {
        long low = JournalSql.RUN_LOCK & 0xFFFFFFFFL;
        try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM pg_catalog.pg_locks"
                + " WHERE granted AND locktype = 'advisory' AND objsubid = 1 AND classid = "
                + (JournalSql.RUN_LOCK >>> 32) + " AND objid IN (" + low + ", " + (JournalSql.STEP_LOCK & 0xFFFFFFFFL)
                + ") AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()))")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('" + JournalSql.STEP + "') IS NOT NULL")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Map<Long, List<JournalledRun.Step>> readSteps(Statement statement, String runs) throws SQLException {
        Map<Long, List<JournalledRun.Step>> steps = new HashMap<>();
        try (ResultSet row = statement.executeQuery("SELECT step.* FROM " + JournalSql.STEP + " JOIN (" + runs
                + ") AS chosen ON chosen.id = step.run_id ORDER BY run_id, position")) {
            while (row.next()) {
                steps.computeIfAbsent(row.getLong("run_id"), key -> new ArrayList<>())
                        .add(toStep(row));
            }
        }
        return steps;
    }

    private static JournalledRun toRun(ResultSet row, List<JournalledRun.Step> steps) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        String hash = row.getString("plan_hash");
        return new JournalledRun(
                row.getLong("id"),
                instant(row, "started_at"),
                ended == null ? null : ended.toInstant(),
                row.getString("outcome"),
                row.getString("command"),
                row.getString("direction"),
                row.getInt("steps"),
                row.getString("tool_version"),
                row.getString("database_user"),
                text(row, "client_address"),
                text(row, "os_user"),
                text(row, "host"),
                hash.isEmpty() ? null : hash,
                text(row, "message"),
                steps);
    }

    private static JournalledRun.Step toStep(ResultSet row) throws SQLException {
        return new JournalledRun.Step(
                row.getString("module"),
                text(row, "version"),
                row.getString("description"),
                row.getString("direction"),
                row.getString("outcome"),
                instant(row, "ended_at"),
                Duration.ofMillis(row.getInt("millis")),
                text(row, "sqlstate"),
                text(row, "message"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
