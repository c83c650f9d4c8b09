package io.stockassistant.migrations.production;

import io.stockassistant.migrations.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads in a statement which tables and columns it drops. Statements in the body of a DO block count; what a function or
 * EXECUTE puts together while it runs cannot be read.
 */
final class Drops {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final String QUALIFIED = NAME + "(?: ?\\. ?" + NAME + ")?";
    private static final String LIST = QUALIFIED + "(?: ?\\*)?(?: ?, ?(?:only )?" + QUALIFIED + "(?: ?\\*)?)*";

    /** Comments, and strings that are data; what stands between dollars is looked into. */
    private static final Pattern NOISE = Pattern.compile("--[^\\r\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL);

    private static final Pattern TABLES =
            pattern("\\b(?:drop table (?:if exists )?|truncate (?:table )?(?:only )?)(" + LIST + ")");
    private static final Pattern SCHEMAS = pattern("\\bdrop schema (?:if exists )?(" + LIST + ")");
    private static final Pattern ALTER =
            pattern("\\balter table (?:if exists )?(?:only )?(" + QUALIFIED + ")(?: ?\\*)? ([^;]*)");
    private static final Pattern COLUMN = pattern("(?:^|, ?)drop (?:column )?(?:if exists )?"
            + "(?!(?:constraint|default|not|expression|identity)\\b)(" + NAME + ")");
    private static final Pattern COMMA = Pattern.compile(" ?, ?(?:only )?");

    private Drops() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static List<Loss> list(Statement statement) {
        String body = statement.body();
        String lower = body.toLowerCase(Locale.ROOT);
        if (!lower.contains("drop") && !lower.contains("truncate")) {
            return List.of();
        }
        String text = NOISE.matcher(body).replaceAll(" ").replaceAll("\\s+", " ");
        List<Loss> losses = new ArrayList<>();
        each(TABLES, text).forEach(name -> losses.add(Loss.ofTable(name)));
        each(SCHEMAS, text).forEach(name -> losses.add(Loss.ofSchema(name)));
        Matcher alter = ALTER.matcher(text);
        while (alter.find()) {
            Matcher column = COLUMN.matcher(alter.group(2));
            while (column.find()) {
                losses.add(Loss.ofColumn(alter.group(1), column.group(1)));
            }
        }
        return losses;
    }

    private static List<String> each(Pattern pattern, String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            COMMA.splitAsStream(matcher.group(1))
                    .map(name -> name.replaceFirst(" ?\\*$", ""))
                    .forEach(names::add);
        }
        return names;
    }
}
