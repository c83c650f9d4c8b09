package io.stockassistant.migrations.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables and indexes that the migrations have to build, read from the test resources.
 *
 * <p>Two things were added to the seeds there: integer keys say {@code identity}, and the audit columns stand in every
 * table that has them.
 */
final class Seeds {

    /** An index of the seeds; its columns are joined by commas. */
    record Index(String table, String name, String columns, boolean unique) {}

    private Seeds() {}

    static List<SeedTable> tables() {
        return Stream.concat(tablesOf("tables.csv"), tablesOf("identity.csv")).toList();
    }

    static List<Index> indexes() {
        return rows("indexes.csv")
                .map(row -> new Index(row[0], row[1], row[2], row[3].equals("unique")))
                .toList();
    }

    private static Stream<SeedTable> tablesOf(String file) {
        Map<String, List<String[]>> rowsByTable =
                rows(file).collect(Collectors.groupingBy(row -> row[0], LinkedHashMap::new, Collectors.toList()));
        return rowsByTable.entrySet().stream().map(table -> table(file, table.getKey(), table.getValue()));
    }

    private static SeedTable table(String file, String name, List<String[]> rows) {
        List<SeedTable.Column> columns = rows.stream()
                .map(row -> new SeedTable.Column(row[1], row[2], row[3], row[4], row[5]))
                .toList();
        return new SeedTable(schema(file, name), name, columns);
    }

    private static String schema(String file, String table) {
        if (file.equals("identity.csv")) {
            return "identity_access";
        }
        return table.equals("llm_configs") ? "llm_platform" : "data_engineering";
    }

    private static Stream<String[]> rows(String file) {
        return text("/seeds/" + file).lines().skip(1).map(line -> line.split(",", -1));
    }

    /** The text of a resource, which must exist. */
    static String text(String resource) {
        try (InputStream in = Seeds.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No resource " + resource + " on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + resource, e);
        }
    }
}
