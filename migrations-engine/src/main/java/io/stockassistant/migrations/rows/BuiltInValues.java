package io.stockassistant.migrations.rows;

import java.util.List;
import java.util.stream.Stream;

/** Values of the types that come with the server, and guesses for those of extensions. */
final class BuiltInValues {

    private BuiltInValues() {}

    /** With {@link Candidates#NUMBER} where they can differ; at least one. */
    static List<String> of(String type) {
        String name = type.replaceFirst("\\(.*?\\)", "")
                .replaceFirst(" with(out)? time zone", "")
                .strip();
        return switch (name) {
            case "smallint", "integer", "bigint", "real", "double precision", "oid" ->
                List.of("$row", "1$row", "10$row");
            case "numeric", "money" -> List.of("$row", "0.$row", "$row.5");
            case "text", "character varying", "character", "name", "citext" ->
                List.of("'$row'", "'a$row'", "'word $row'", "''", "'a$row@example.org'");
            case "boolean" -> List.of("true", "false");
            case "date" -> List.of("date '2020-01-01' + $row", "date '2024-02-28' + $row");
            case "timestamp" ->
                List.of("CAST(timestamptz '2020-01-01 10:11:12.123456Z' + interval '$row day' AS " + type + ")");
            case "time" -> List.of("CAST(time '10:11:12.12345' + interval '$row second' AS " + type + ")");
            case "interval" -> List.of("CAST('$row day' AS " + type + ")");
            case "uuid" -> List.of("lpad('$row', 32, '0')::uuid");
            case "json", "jsonb" -> List.of("'{\"a\": $row}'", "'[]'", "'$row'");
            case "bytea" -> List.of("decode(lpad(to_hex($row), 8, '0'), 'hex')");
            case "bit", "bit varying" ->
                List.of("CAST($row AS " + (type.contains("(") ? type.replace("bit varying", "bit") : "bit") + ")");
            case "inet" -> List.of("inet '10.0.0.0' + $row");
            case "cidr" -> List.of("CAST(inet '10.0.0.0' + $row AS cidr)");
            case "macaddr", "macaddr8" -> List.of("CAST('08:00:2b:01:02:' || to_hex($row % 200 + 16) AS " + type + ")");
            case "xml" -> List.of("'<a>$row</a>'");
            case "tsvector" -> List.of("'a$row'::tsvector");
            case "point" -> List.of("point($row, $row)");
            default -> guesses(type);
        };
    }

    private static List<String> guesses(String type) {
        if (type.endsWith("multirange")) {
            return List.of("'{[$row,1$row)}'::" + type, from2020("{[%s)}", type), "'{}'::" + type);
        }
        if (type.endsWith("range")) {
            return List.of("'[$row,1$row)'::" + type, from2020("[%s)", type), "'empty'::" + type);
        }
        return Stream.of("$row", "[$row,1$row)", "a=>$row", "(($row,0),(1,1))", "{1,$row,0}", "<(0,0),$row>", "0/$row")
                .map(each -> "CAST('" + each + "' AS " + type + ")")
                .toList();
    }

    /** A range of days, each row's its own. */
    private static String from2020(String form, String type) {
        return "format('" + form + "', concat_ws(',', date '2020-01-01' + $row, date '2020-01-01' + $row + 1))::"
                + type;
    }
}
