package io.stockassistant.migrations.rows;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What checks and bounds speak of they may accept: that, and what is a little more or less. */
record Hints(Catalog catalog) {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|(?<![\\w.])-?\\d+(?:\\.\\d+)?(?![\\w.])");

    /** The server writes large and negative ones in quotes. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("('?)(-?\\d+)\\1");

    /** Of any month. */
    private static final Pattern DAY = Pattern.compile("'(\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8]))([^']*)'");

    private static final int MOST = 20;

    /** Literals, those of text in quotes. */
    List<String> of(CatalogObject table, CatalogObject column) {
        Pattern name = Pattern.compile("(?<![\\w\"])" + Pattern.quote(column.name()) + "(?![\\w\"])");
        StringBuilder text = new StringBuilder();
        table.find("partition of")
                .flatMap(parent -> catalog.find(Kind.TABLE, parent))
                .filter(parent -> name.matcher(parent.get("partition by")).find())
                .flatMap(parent -> table.find("bound"))
                .ifPresent(text::append);
        catalog.list(Kind.CONSTRAINT).stream()
                .filter(each -> each.get("type").equals("check"))
                .filter(each -> each.parent().equals(column.get("type"))
                        || (each.parent().equals(table.qualified())
                                && name.matcher(each.get("definition")).find()))
                .forEach(each -> text.append(' ').append(each.get("definition")));
        List<String> hints = new ArrayList<>();
        Matcher literal = LITERAL.matcher(text);
        while (literal.find() && hints.size() < MOST) {
            String found = literal.group();
            hints.add(found);
            Matcher day = DAY.matcher(found);
            if (day.matches()) {
                LocalDate date = LocalDate.parse(day.group(1));
                hints.add("'" + date.plusDays(1) + day.group(2) + "'");
                hints.add("'" + date.minusDays(1) + day.group(2) + "'");
            }
            Matcher whole = WHOLE_NUMBER.matcher(found);
            if (whole.matches()) {
                BigInteger number = new BigInteger(whole.group(2));
                hints.add(whole.group(1) + number.add(BigInteger.ONE) + whole.group(1));
                hints.add(whole.group(1) + number.subtract(BigInteger.ONE) + whole.group(1));
            }
        }
        return hints;
    }
}
