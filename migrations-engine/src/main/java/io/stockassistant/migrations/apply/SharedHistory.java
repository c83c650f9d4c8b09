package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A history that several modules share, and the modules' own, at one moment.
 *
 * @param rows of the shared one, by rank
 */
record SharedHistory(List<HistoryRow> rows, Histories own) {

    private static final Set<String> COLUMNS = Set.of(
            "installed_rank",
            "version",
            "description",
            "type",
            "script",
            "checksum",
            "installed_by",
            "installed_on",
            "execution_time",
            "success");

    private static final String TABLES = """
            SELECT n.nspname, c.relname
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                 JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind IN ('r', 'p') AND NOT a.attisdropped AND a.attname = ANY (?)
            GROUP BY n.nspname, c.relname
            HAVING count(*) = ?
            ORDER BY n.nspname, c.relname
            """;

    /**
     * Reads them.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException {@code no-history} if the table is missing, or is
     *     no history; the ones that there are stand in the message
     */
    static SharedHistory read(Connection connection, HistoryTable from, Modules modules) throws SQLException {
        List<HistoryTable> histories = listHistories(connection);
        if (!histories.contains(from)) {
            throw Problem.of(
                            ProblemCode.NO_HISTORY,
                            "There is no Flyway history " + from + ". "
                                    + (histories.isEmpty()
                                            ? "This database has none."
                                            : "There is: " + names(histories)),
                            "Name the table as schema.table, each as the database has it; --url names the database.")
                    .asException();
        }
        // Read as if it were a module's; where such a module's files would be is never asked.
        Module reader = new Module(
                from.table(),
                from.schema(),
                from,
                Set.of(),
                modules.list().get(0).location());
        return new SharedHistory(
                HistoryReader.read(connection, List.of(reader))
                        .of(reader.name())
                        .rows(),
                HistoryReader.read(connection, modules.list()));
    }

    private static String names(List<HistoryTable> tables) {
        return String.join(", ", tables.stream().map(HistoryTable::toString).toList()) + ".";
    }

    private static List<HistoryTable> listHistories(Connection connection) throws SQLException {
        List<HistoryTable> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TABLES)) {
            query.setArray(1, connection.createArrayOf("name", COLUMNS.toArray()));
            query.setInt(2, COLUMNS.size());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new HistoryTable(row.getString(1), row.getString(2)));
                }
            }
        }
        return found;
    }
}
