package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes sequences, on their own and as those of identity columns. */
final class SequenceSql {

    private static final Map<String, Long> LARGEST =
            Map.of("smallint", (long) Short.MAX_VALUE, "integer", (long) Integer.MAX_VALUE, "bigint", Long.MAX_VALUE);

    private SequenceSql() {}

    static List<String> create(CatalogObject sequence) {
        String type = sequence.get("type");
        List<String> statements = new ArrayList<>();
        statements.add("CREATE " + (sequence.has("unlogged") ? "UNLOGGED " : "") + "SEQUENCE " + sequence.qualified()
                + (type.equals("bigint") ? "" : " AS " + type) + joined(options(sequence)));
        statements.addAll(Rights.of(sequence, "SEQUENCE"));
        return statements;
    }

    /** Ties sequences to the columns that they go with, when both are there. */
    static List<String> owners(Catalog catalog) {
        return catalog.list(Kind.SEQUENCE).stream()
                .filter(each -> each.has("owned by"))
                .map(each -> "ALTER SEQUENCE " + each.qualified() + " OWNED BY " + each.get("owned by"))
                .toList();
    }

    /** What GENERATED … AS IDENTITY says in brackets about its sequence; nothing where all is as by default. */
    static String ofIdentity(CatalogObject sequence, CatalogObject column) {
        List<String> options = new ArrayList<>();
        String usual = plain(column.parent().substring(column.parent().indexOf('.') + 1)) + "_" + plain(column.name())
                + "_seq";
        if (!plain(sequence.name()).equals(usual)) {
            options.add("SEQUENCE NAME " + sequence.qualified());
        }
        options.addAll(options(sequence));
        return options.isEmpty() ? "" : " (" + String.join(" ", options) + ")";
    }

    private static String plain(String identifier) {
        return identifier.startsWith("\"")
                ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
                : identifier;
    }

    private static List<String> options(CatalogObject sequence) {
        long largest = LARGEST.getOrDefault(sequence.get("type"), Long.MAX_VALUE);
        boolean down = sequence.get("increment").startsWith("-");
        String minimum = Long.toString(down ? -largest - 1 : 1);
        String maximum = Long.toString(down ? -1 : largest);
        List<String> options = new ArrayList<>();
        add(options, "INCREMENT BY ", sequence.get("increment"), "1");
        add(options, "MINVALUE ", sequence.get("minimum"), minimum);
        add(options, "MAXVALUE ", sequence.get("maximum"), maximum);
        add(options, "START WITH ", sequence.get("start"), down ? sequence.get("maximum") : sequence.get("minimum"));
        add(options, "CACHE ", sequence.get("cache"), "1");
        if (sequence.has("cycle")) {
            options.add("CYCLE");
        }
        return options;
    }

    private static void add(List<String> options, String words, String value, String usual) {
        if (!value.equals(usual)) {
            options.add(words + value);
        }
    }

    private static String joined(List<String> options) {
        return options.isEmpty() ? "" : " " + String.join(" ", options);
    }
}
