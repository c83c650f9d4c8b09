package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of one table, ready to be inserted. */
record SeedTable(String table, List<CatalogObject> columns, List<List<SeedCell>> rows) {

    private static final int ROWS_A_STATEMENT = 500;

    SeedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    List<String> statements() {
        String names = columns.stream().map(CatalogObject::name).collect(Collectors.joining(", "));
        boolean always = columns.stream()
                .anyMatch(each -> each.find("identity").orElse("").equals("ALWAYS"));
        String insert = "INSERT INTO " + table + (names.isEmpty() ? "" : " (" + names + ")")
                + (always ? " OVERRIDING SYSTEM VALUE" : "");
        List<String> statements = new ArrayList<>();
        if (columns.isEmpty()) {
            rows.forEach(each -> statements.add(insert + " DEFAULT VALUES"));
            return statements;
        }
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            statements.add(insert + " VALUES\n    "
                    + rows.subList(from, Math.min(from + ROWS_A_STATEMENT, rows.size())).stream()
                            .map(row -> row.stream().map(SeedCell::sql).collect(Collectors.joining(", ", "(", ")")))
                            .collect(Collectors.joining(",\n    ")));
        }
        return statements;
    }
}
