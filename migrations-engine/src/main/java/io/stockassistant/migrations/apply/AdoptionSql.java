package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statements of an adoption. Values go from table to table inside the server, so that none is read and rewritten. */
final class AdoptionSql {

    private AdoptionSql() {}

    /** Creates what histories are missing, and fills all of them. */
    static List<String> statements(Adoption adoption, Histories own) {
        List<String> statements = new ArrayList<>();
        for (Map.Entry<Module, List<Adoption.Row>> each : adoption.rows().entrySet()) {
            Module module = each.getKey();
            statements.addAll(HistorySql.create(module, own.of(module.name())));
            statements.add(copy(adoption.from(), module.history(), each.getValue()));
        }
        return statements;
    }

    private static String copy(HistoryTable from, HistoryTable to, List<Adoption.Row> rows) {
        return "INSERT INTO " + to.quoted() + " (installed_rank, version, description, type, script, checksum,"
                + " installed_by, installed_on, execution_time, success)\n"
                + "SELECT n.rank, s.version, s.description, n.type, n.script, s.checksum,"
                + " c.installed_by, c.installed_on, c.execution_time, true\n"
                + "FROM (VALUES " + rows.stream().map(AdoptionSql::values).collect(Collectors.joining(", "))
                + ") AS n (rank, copied, said, type, script)\n"
                + "JOIN " + from.quoted() + " c ON c.installed_rank = n.copied\n"
                + "JOIN " + from.quoted() + " s ON s.installed_rank = n.said";
    }

    private static String values(Adoption.Row row) {
        return "(" + row.rank() + ", " + row.copied().rank() + ", " + row.said().rank() + ", "
                + Literals.quote(row.type()) + ", " + Literals.quote(row.script()) + ")";
    }
}
