package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values that a column may take, as SQL; {@code $row} stands for the number of the try. */
final class Candidates {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|(?<![\\w.])-?\\d+(?:\\.\\d+)?(?![\\w.])");
    private static final Pattern ARRAY = Pattern.compile("\\[\\]$");

    private final Catalog catalog;
    private final ForeignKeys foreignKeys;

    Candidates(Catalog catalog, ForeignKeys foreignKeys) {
        this.catalog = catalog;
        this.foreignKeys = foreignKeys;
    }

    /** Of each column that is not computed, at least one value. */
    Map<String, List<String>> of(CatalogObject table) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (CatalogObject column : catalog.columns(table.qualified())) {
            if (column.has("generated")) {
                continue;
            }
            List<String> values = new ArrayList<>();
            Optional<ForeignKeys.Reference> reference = foreignKeys.find(table.qualified(), column.name());
            if (reference
                    .filter(each -> !each.table().equals(table.qualified()))
                    .isPresent()) {
                for (int row = 0; row < 3; row++) {
                    values.add("(SELECT " + reference.get().targetColumn() + " FROM "
                            + reference.get().table() + " ORDER BY ctid OFFSET " + row + " LIMIT 1)");
                }
            } else if (reference.isPresent() && !column.has("not null")) {
                values.add("NULL");
            } else {
                // Words in a check are most often all that it allows, numbers most often limits.
                Map<Boolean, List<String>> hints =
                        hints(table, column).stream().collect(Collectors.partitioningBy(each -> each.startsWith("'")));
                hints.getOrDefault(true, List.of()).forEach(each -> values.add(cast(each, column)));
                values.addAll(ofType(column.get("type")));
                hints.getOrDefault(false, List.of()).forEach(each -> values.add(cast("'" + each + "'", column)));
                if (column.has("default")) {
                    values.add(Math.min(2, values.size()), "DEFAULT");
                }
                if (!column.has("not null")) {
                    values.add(Math.min(1, values.size()), "NULL");
                }
            }
            all.put(column.name(), values);
        }
        return all;
    }

    private static String cast(String literal, CatalogObject column) {
        return "CAST(" + literal + " AS " + column.get("type") + ")";
    }

    /** What checks and bounds speak of they may accept: that, and what is a little more or less. */
    private List<String> hints(CatalogObject table, CatalogObject column) {
        StringBuilder text = new StringBuilder(table.find("bound").orElse(""));
        Pattern name = Pattern.compile("(?<![\\w\"])" + Pattern.quote(column.name()) + "(?![\\w\"])");
        catalog.list(Kind.CONSTRAINT).stream()
                .filter(each -> each.get("type").equals("check"))
                .filter(each -> each.parent().equals(column.get("type"))
                        || (each.parent().equals(table.qualified())
                                && name.matcher(each.get("definition")).find()))
                .forEach(each -> text.append(' ').append(each.get("definition")));
        List<String> hints = new ArrayList<>();
        Matcher literal = LITERAL.matcher(text);
        while (literal.find() && hints.size() < 20) {
            String found = literal.group();
            hints.add(found);
            if (!found.startsWith("'") && !found.contains(".")) {
                hints.add(Long.toString(Long.parseLong(found) + 1));
                hints.add(Long.toString(Long.parseLong(found) - 1));
            }
        }
        return hints;
    }

    private List<String> ofType(String type) {
        if (ARRAY.matcher(type).find()) {
            String element = ARRAY.matcher(type).replaceFirst("");
            return ofType(element).stream()
                    .limit(2)
                    .map(each -> "ARRAY[" + each + "]::" + type)
                    .toList();
        }
        Optional<CatalogObject> ofEnum = catalog.find(Kind.ENUM, type);
        if (ofEnum.isPresent()) {
            return EnumLabels.of(ofEnum.get().find("labels").orElse("")).stream()
                    .map(each -> "'" + each.replace("'", "''") + "'::" + type)
                    .toList();
        }
        Optional<CatalogObject> domain = catalog.find(Kind.DOMAIN, type);
        if (domain.isPresent()) {
            return ofType(domain.get().get("type")).stream()
                    .map(each -> "(" + each + ")::" + type)
                    .toList();
        }
        if (catalog.find(Kind.COMPOSITE_TYPE, type).isPresent()) {
            return List.of("ROW("
                    + String.join(
                            ", ",
                            catalog.columns(type).stream()
                                    .map(each -> first(ofType(each.get("type"))))
                                    .toList())
                    + ")::" + type);
        }
        return builtIn(type);
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "NULL" : values.get(0);
    }

    private static List<String> builtIn(String type) {
        String name = type.replaceFirst("\\(.*", "")
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
            case "time" -> List.of("CAST('10:11:12.12345' AS " + type + ")");
            case "interval" -> List.of("CAST('$row day' AS " + type + ")");
            case "uuid" -> List.of("lpad('$row', 32, '0')::uuid");
            case "json", "jsonb" -> List.of("'{\"a\": $row}'", "'[]'", "'$row'");
            case "bytea" -> List.of("'\\x0$row'::bytea");
            case "bit", "bit varying" ->
                List.of("CAST($row AS " + (type.contains("(") ? type.replace("bit varying", "bit") : "bit") + ")");
            case "inet", "cidr" -> List.of("'10.0.0.$row'");
            case "macaddr" -> List.of("'08:00:2b:01:02:0$row'");
            case "xml" -> List.of("'<a>$row</a>'");
            case "tsvector" -> List.of("'a$row'::tsvector");
            case "point" -> List.of("point($row, $row)");
            default ->
                name.endsWith("range")
                        ? List.of(
                                "'[$row,1$row)'::" + type, "'[2020-01-0$row,2020-02-01)'::" + type, "'empty'::" + type)
                        : List.of("CAST('$row' AS " + type + ")", "CAST('[$row,1$row)' AS " + type + ")");
        };
    }
}
