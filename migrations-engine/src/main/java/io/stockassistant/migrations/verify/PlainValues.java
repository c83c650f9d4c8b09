package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for one row of a table, as SQL.
 *
 * @param number differs from row to row
 * @param attempt which of the words in a check is taken, from 0
 */
record PlainValues(Catalog catalog, CatalogObject table, int number, int attempt) {

    private static final Pattern FOREIGN_KEY = Pattern.compile("^FOREIGN KEY \\((.*?)\\) REFERENCES (.*?)\\((.*?)\\)");
    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern LENGTH = Pattern.compile("^character(?: varying)?\\((\\d+)\\)");

    String of(CatalogObject column) {
        Optional<String> referenced = findReferenced(column);
        if (referenced.isPresent()) {
            return referenced.get();
        }
        if (column.has("default")) {
            return "DEFAULT";
        }
        List<String> words = words(column);
        return words.isEmpty() ? ofType(column) : words.get(attempt % words.size());
    }

    private Optional<String> findReferenced(CatalogObject column) {
        for (CatalogObject each : constraints("foreign key")) {
            Matcher key = FOREIGN_KEY.matcher(each.get("definition"));
            int at = key.find() ? Arrays.asList(key.group(1).split(", ", -1)).indexOf(column.name()) : -1;
            if (at >= 0) {
                String other = key.group(3).split(", ", -1)[at];
                return Optional.of("(SELECT " + other + " FROM " + key.group(2) + " ORDER BY " + other
                        + " DESC NULLS LAST LIMIT 1)");
            }
        }
        return Optional.empty();
    }

    /** What a check compares the column with, which is often all that it may be. */
    private List<String> words(CatalogObject column) {
        List<String> words = new ArrayList<>();
        Pattern name = Pattern.compile("(?<![\\w\"])" + Pattern.quote(column.name()) + "(?![\\w\"])");
        for (CatalogObject each : constraints("check")) {
            String definition = each.get("definition");
            Matcher word = WORD.matcher(definition);
            while (name.matcher(definition).find() && word.find()) {
                words.add("'" + word.group(1) + "'");
            }
        }
        return words;
    }

    private List<CatalogObject> constraints(String type) {
        return catalog.list(Kind.CONSTRAINT).stream()
                .filter(each -> each.parent().equals(table.qualified()))
                .filter(each -> each.find("type").equals(Optional.of(type)))
                .toList();
    }

    private String ofType(CatalogObject column) {
        String type = column.get("type");
        if (type.endsWith("[]")) {
            return "'{}'";
        }
        Optional<CatalogObject> labels = catalog.find(Kind.ENUM, type);
        if (labels.isPresent()) {
            return labels.get()
                    .find("labels")
                    .map(each -> each.split(", ", -1)[0])
                    .orElse("NULL");
        }
        Matcher length = LENGTH.matcher(type);
        int longest = length.find() ? Integer.parseInt(length.group(1)) : Integer.MAX_VALUE;
        String bare = type.replaceFirst("\\(.*?\\)", "");
        return switch (bare) {
            case "smallint", "integer", "bigint", "real", "double precision", "oid" -> Integer.toString(number);
            case "numeric", "money" -> Integer.toString(number % 9 + 1);
            case "boolean" -> "true";
            case "text", "character varying", "character", "name", "citext" -> {
                String text = "row " + number;
                yield "'" + text.substring(Math.max(0, text.length() - longest)) + "'";
            }
            case "date" -> "CURRENT_DATE + " + number;
            case "timestamp without time zone", "timestamp with time zone" ->
                "CURRENT_TIMESTAMP + " + number + " * interval '1 day'";
            case "time without time zone", "time with time zone" -> "'12:00'";
            case "interval" -> "'" + number + " days'";
            case "uuid" -> "gen_random_uuid()";
            case "json", "jsonb" -> "'{\"row\": " + number + "}'";
            case "bytea" -> "'\\x" + String.format("%04x", number % 65536) + "'";
            case "inet", "cidr" -> "'10.0." + number % 256 + ".1'";
            default -> "NULL";
        };
    }
}
