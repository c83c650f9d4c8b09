package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.history.Literals;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types and limits of sequences: all at once, and the position moved to where both limits allow it. */
final class SequenceOptions implements Pass {

    @Override
    public List<SchemaStatement> statements(Stage stage) {
        List<SchemaStatement> statements = new ArrayList<>();
        for (CatalogObject now : stage.now().list(Kind.SEQUENCE)) {
            Optional<CatalogObject> wanted = stage.wanted().find(Kind.SEQUENCE, now.qualified());
            if (wanted.isPresent() && hasTypeOfItsColumn(stage, now, wanted.get())) {
                sql(now, wanted.get())
                        .forEach(each ->
                                statements.add(SchemaStatement.of(Action.ALTER, Kind.SEQUENCE, now.qualified(), each)));
            }
        }
        return statements;
    }

    /** An identity's sequence follows the type of its column, which changes later. */
    private static boolean hasTypeOfItsColumn(Stage stage, CatalogObject now, CatalogObject wanted) {
        return now.find("identity of")
                .map(column -> now.get("type").equals(wanted.get("type"))
                        || stage.now()
                                .find(Kind.COLUMN, column)
                                .filter(each -> each.get("type").equals(wanted.get("type")))
                                .isPresent())
                .orElse(true);
    }

    private static List<String> sql(CatalogObject now, CatalogObject wanted) {
        StringBuilder options = new StringBuilder();
        add(options, now, wanted, "type", "AS");
        add(options, now, wanted, "increment", "INCREMENT BY");
        boolean limits = !options.isEmpty()
                || !now.get("minimum").equals(wanted.get("minimum"))
                || !now.get("maximum").equals(wanted.get("maximum"));
        if (limits) {
            options.append(" MINVALUE ")
                    .append(wanted.get("minimum"))
                    .append(" MAXVALUE ")
                    .append(wanted.get("maximum"));
        }
        add(options, now, wanted, "start", "START WITH");
        add(options, now, wanted, "cache", "CACHE");
        if (now.has("cycle") != wanted.has("cycle")) {
            options.append(wanted.has("cycle") ? " CYCLE" : " NO CYCLE");
        }
        if (options.isEmpty()) {
            return List.of();
        }
        List<String> sql = new ArrayList<>();
        BigInteger low = number(now, "minimum").max(number(wanted, "minimum"));
        BigInteger high = number(now, "maximum").min(number(wanted, "maximum"));
        boolean narrower = !low.equals(number(now, "minimum")) || !high.equals(number(now, "maximum"));
        if (low.compareTo(high) > 0) {
            options.append(" RESTART WITH ").append(wanted.get("start"));
        } else if (narrower) {
            sql.add("SELECT setval(" + Literals.quote(now.qualified()) + ", least(greatest(last_value, " + low + "), "
                    + high + "), is_called) FROM " + now.qualified());
        }
        sql.add("ALTER SEQUENCE " + now.qualified() + options);
        return List.copyOf(sql);
    }

    private static BigInteger number(CatalogObject sequence, String property) {
        return new BigInteger(sequence.get(property));
    }

    private static void add(
            StringBuilder options, CatalogObject now, CatalogObject wanted, String property, String words) {
        if (!now.get(property).equals(wanted.get(property))) {
            options.append(' ').append(words).append(' ').append(wanted.get(property));
        }
    }
}
