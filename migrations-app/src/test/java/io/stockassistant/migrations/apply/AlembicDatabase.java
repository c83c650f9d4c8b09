package io.stockassistant.migrations.apply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The database of the seeds as Alembic and SQLAlchemy build it: all in public, serial keys, keys named by the server. */
final class AlembicDatabase {

    private static final int ROWS = 4;

    private record Column(String name, String type, boolean nullable, String defaultValue, boolean key) {

        boolean isSerial() {
            return defaultValue.equals("identity");
        }

        String ddl() {
            return name + " " + (isSerial() ? "serial" : type) + (nullable ? "" : " NOT NULL")
                    + (defaultValue.isEmpty() || isSerial() ? "" : " DEFAULT " + defaultValue);
        }

        /** Something that its type, and every check that the migrations add, allows. */
        String value(int n) {
            if (name.equals("job_type")) {
                return "'DAILY_HISTORY'";
            }
            if (name.equals("status")) {
                return "'PENDING'";
            }
            return switch (type) {
                case "integer" -> Integer.toString(n);
                case "date" -> "date '2026-01-0" + n + "'";
                case "double precision" -> n + ".5";
                case "timestamptz" -> "timestamptz '2026-01-0" + n + " 12:34:56.789+08'";
                case "uuid" -> "'00000000-0000-0000-0000-00000000000" + n + "'";
                case "json", "jsonb" -> "'{\"n\": " + n + "}'";
                case "boolean" -> n % 2 == 0 ? "true" : "NULL";
                default -> "'it''s " + n + "'";
            };
        }
    }

    private final Map<String, List<Column>> tables;

    private AlembicDatabase(Map<String, List<Column>> tables) {
        this.tables = tables;
    }

    static AlembicDatabase ofSeeds() {
        return new AlembicDatabase(cells("tables.csv")
                .collect(Collectors.groupingBy(
                        row -> row[0],
                        LinkedHashMap::new,
                        Collectors.mapping(
                                row -> new Column(row[1], row[2], row[3].equals("yes"), row[4], row[5].equals("pk")),
                                Collectors.toList()))));
    }

    private static Stream<String[]> cells(String file) {
        try (InputStream in = AlembicDatabase.class.getResourceAsStream("/seeds/" + file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(",", -1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    /** The module's schema to which a table goes. */
    static String schemaOf(String table) {
        return table.equals("llm_configs") ? "llm_platform" : "data_engineering";
    }

    void create(Connection connection) throws SQLException {
        for (Map.Entry<String, List<Column>> each : tables.entrySet()) {
            String key = each.getValue().stream()
                    .filter(Column::key)
                    .map(Column::name)
                    .collect(Collectors.joining(", "));
            String columns = each.getValue().stream().map(Column::ddl).collect(Collectors.joining(",\n    "));
            Sql.execute(
                    connection,
                    "CREATE TABLE public." + each.getKey() + " (\n    " + columns + ",\n    PRIMARY KEY (" + key
                            + "))");
            Sql.execute(
                    connection,
                    "COMMENT ON COLUMN public." + each.getKey() + "."
                            + each.getValue().get(1).name() + " IS '第三方代码'");
        }
        for (String[] index : cells("indexes.csv").toList()) {
            Sql.execute(
                    connection,
                    "CREATE " + index[3] + " INDEX " + index[1] + " ON public." + index[0] + " (" + index[2] + ")");
        }
        Sql.execute(
                connection,
                "CREATE TABLE public.alembic_version (version_num varchar(32) NOT NULL,"
                        + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
        Sql.execute(connection, "INSERT INTO public.alembic_version VALUES ('c0ff00000002')");
    }

    /** Several rows in every table; keys come from the sequences, which are then some numbers ahead. */
    void fill(Connection connection) throws SQLException {
        for (Map.Entry<String, List<Column>> each : tables.entrySet()) {
            List<Column> columns = each.getValue().stream()
                    .filter(column -> !column.isSerial())
                    .toList();
            String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
            String values = IntStream.rangeClosed(1, ROWS)
                    .mapToObj(n ->
                            columns.stream().map(column -> column.value(n)).collect(Collectors.joining(", ", "(", ")")))
                    .collect(Collectors.joining(", "));
            Sql.execute(connection, "INSERT INTO public." + each.getKey() + " (" + names + ") VALUES " + values);
        }
    }
}
