package io.stockassistant.migrations.history;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the histories of all modules with two statements, however many modules there are: which tables exist, and all
 * their rows.
 */
public final class HistoryReader {

    private static final String COLUMNS = "installed_rank, version, description, type, script, checksum, installed_by,"
            + " installed_on, execution_time, success";

    /** Stand in the place of a module's number. */
    private static final int JOURNAL = -1;

    private static final int BACKFILLS = -2;

    private static final String COMPLETE = "complete";

    private HistoryReader() {}

    /**
     * Reads them.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException {@code invalid-configuration} if what a module names
     *     as its history is none
     * @throws SQLException if the server refuses, for example because a history may not be read
     */
    public static Histories read(Connection connection, List<Module> modules) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean journal = false;
            boolean backfills = false;
            boolean[] schemas = new boolean[modules.size()];
            boolean[] tables = new boolean[modules.size()];
            List<Problem> problems = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(existenceQuery(modules))) {
                while (row.next()) {
                    int i = row.getInt(1);
                    if (i == JOURNAL) {
                        journal = row.getBoolean(3);
                    } else if (i == BACKFILLS) {
                        backfills = row.getBoolean(6);
                    } else {
                        schemas[i] = row.getBoolean(2);
                        tables[i] = row.getBoolean(3);
                        HistoryForm.findProblem(modules.get(i), row.getString(4), row.getString(5))
                                .ifPresent(problems::add);
                    }
                }
            }
            ProblemException.throwIfAny(problems);
            List<BackfillRow> begun = new ArrayList<>();
            List<List<HistoryRow>> rows = readRows(statement, modules, tables, backfills, begun);
            Map<String, ModuleHistory> histories = new HashMap<>();
            for (int i = 0; i < modules.size(); i++) {
                histories.put(modules.get(i).name(), new ModuleHistory(schemas[i], tables[i], rows.get(i)));
            }
            return new Histories(histories, journal, begun);
        }
    }

    private static String existenceQuery(List<Module> modules) {
        StringBuilder values = new StringBuilder(
                "(" + JOURNAL + ", '" + JournalSql.SCHEMA + "', '" + JournalSql.SCHEMA + "', '" + JournalSql.STEP_TABLE
                        + "'), (" + BACKFILLS + ", '" + JournalSql.SCHEMA + "', '" + JournalSql.SCHEMA + "', '"
                        + JournalSql.BACKFILL_TABLE + "')");
        for (int i = 0; i < modules.size(); i++) {
            Module module = modules.get(i);
            values.append(", (")
                    .append(i)
                    .append(", ")
                    .append(Literals.quote(module.schema()))
                    .append(", ")
                    .append(Literals.quote(module.history().schema()))
                    .append(", ")
                    .append(Literals.quote(module.history().table()))
                    .append(")");
        }
        return "SELECT m.i, EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = m.own),"
                + " c.relkind IN ('r', 'p'), c.relkind, " + HistoryForm.missingColumns("c.oid", COLUMNS)
                + ", coalesce(pg_catalog.has_table_privilege(c.oid, 'SELECT')"
                + " AND pg_catalog.has_schema_privilege(n.oid, 'USAGE'), false)"
                + " FROM (VALUES " + values + ") AS m (i, own, s, t)"
                + " LEFT JOIN (pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace)"
                + " ON n.nspname = m.s AND c.relname = m.t";
    }

    /** @param begun receives the backfills that somebody has begun */
    private static List<List<HistoryRow>> readRows(
            Statement statement, List<Module> modules, boolean[] exists, boolean backfills, List<BackfillRow> begun)
            throws SQLException {
        List<List<HistoryRow>> rows = new ArrayList<>();
        List<String> selects = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            rows.add(new ArrayList<>());
            if (exists[i]) {
                selects.add("SELECT " + i + " AS i, " + COLUMNS + " FROM "
                        + modules.get(i).history().quoted());
            }
        }
        if (backfills) {
            selects.add("SELECT " + BACKFILLS
                    + ", 0, version, description, state, module, checksum, '', NULL, 0, true FROM "
                    + JournalSql.BACKFILL);
        }
        if (!selects.isEmpty()) {
            String query = String.join(" UNION ALL ", selects) + " ORDER BY i, installed_rank";
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    if (row.getInt(1) == BACKFILLS) {
                        begun.add(new BackfillRow(
                                new Revision(row.getString(6), Version.of(row.getString(3))),
                                row.getString(4),
                                row.getInt(7),
                                row.getString(5).equals(COMPLETE)));
                        continue;
                    }
                    rows.get(row.getInt(1)).add(toRow(row, modules.get(row.getInt(1))));
                }
            }
        }
        return rows;
    }

    private static HistoryRow toRow(ResultSet row, Module module) throws SQLException {
        return new HistoryRow(
                row.getInt(2),
                version(row, module),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                checksum(row),
                row.getString(8),
                row.getObject(9, LocalDateTime.class),
                row.getInt(10),
                row.getBoolean(11));
    }

    private static @Nullable Version version(ResultSet row, Module module) throws SQLException {
        String text = row.getString(3);
        if (text == null) {
            return null;
        }
        Optional<Version> version = Version.find(text);
        if (version.isEmpty()) {
            throw Problem.inModule(
                            ProblemCode.INCONSISTENT_HISTORY,
                            module.name(),
                            "The version '" + text + "' in row " + row.getInt(2) + " of " + module.history()
                                    + " is none.",
                            "Correct or delete that row; no migration tool has written it.")
                    .asException();
        }
        return version.get();
    }

    private static @Nullable Integer checksum(ResultSet row) throws SQLException {
        int value = row.getInt(7);
        return row.wasNull() ? null : value;
    }
}
