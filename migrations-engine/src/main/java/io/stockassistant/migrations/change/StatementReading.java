package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a statement does to which object, as far as those need it that come after. */
public final class StatementReading {

    private static final String NAME =
            "((?:\"(?:[^\"]|\"\")+\"|[^\\s.(\",;]+)(?:\\.(?:\"(?:[^\"]|\"\")+\"|[^\\s.(\",;]+))*)";
    private static final String IDENTIFIER = "(\"(?:[^\"]|\"\")+\"|[^\\s(\",;]+)";

    private record Form(Pattern pattern, Action action, Kind kind) {}

    private static final List<Form> ON_TABLE = List.of(
            form("ALTER TABLE (?:ONLY )?" + NAME + "\\s+ADD CONSTRAINT " + IDENTIFIER, Action.CREATE, Kind.CONSTRAINT),
            form("ALTER DOMAIN " + NAME + "\\s+ADD CONSTRAINT " + IDENTIFIER, Action.CREATE, Kind.CONSTRAINT),
            form(
                    "ALTER (?:TABLE|DOMAIN) (?:ONLY )?" + NAME + "\\s+DROP CONSTRAINT (?:IF EXISTS )?" + IDENTIFIER,
                    Action.DROP,
                    Kind.CONSTRAINT),
            form("ALTER TABLE (?:ONLY )?" + NAME + "\\s+ADD COLUMN " + IDENTIFIER, Action.CREATE, Kind.COLUMN),
            form("ALTER TABLE (?:ONLY )?" + NAME + "\\s+DROP COLUMN " + IDENTIFIER, Action.DROP, Kind.COLUMN),
            form("ALTER TABLE (?:ONLY )?" + NAME + "\\s+ALTER (?:COLUMN )?" + IDENTIFIER, Action.ALTER, Kind.COLUMN),
            form("ALTER TABLE (?:ONLY )?" + NAME + "\\s+RENAME COLUMN " + IDENTIFIER, Action.RENAME, Kind.COLUMN),
            form(
                    "ALTER TABLE (?:ONLY )?" + NAME + "\\s+RENAME CONSTRAINT " + IDENTIFIER,
                    Action.RENAME,
                    Kind.CONSTRAINT),
            form("ALTER TABLE (?:ONLY )?" + NAME + "\\s+RENAME TO", Action.RENAME, Kind.TABLE));

    private static final Pattern ON_PARENT = Pattern.compile(
            "^(CREATE|DROP|ALTER)\\s+(?:OR REPLACE\\s+)?(?:CONSTRAINT\\s+)?(TRIGGER|RULE|POLICY)\\s+(?:IF EXISTS\\s+)?"
                    + IDENTIFIER + "\\s[\\s\\S]*?\\b(?:ON|TO)\\s+" + NAME,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INDEX = Pattern.compile(
            "^CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+(?:CONCURRENTLY\\s+)?(?:IF NOT EXISTS\\s+)?" + IDENTIFIER
                    + "\\s+ON\\s+(?:ONLY\\s+)?" + NAME,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ROUTINE = Pattern.compile(
            "^(CREATE|DROP|ALTER)\\s+(?:OR REPLACE\\s+)?(FUNCTION|PROCEDURE|AGGREGATE)\\s+(?:IF EXISTS\\s+)?" + NAME,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN = Pattern.compile(
            "^(CREATE|DROP|ALTER)\\s+(?:OR REPLACE\\s+)?(?:UNLOGGED\\s+)?"
                    + "(MATERIALIZED VIEW|VIEW|FOREIGN TABLE|TABLE|SEQUENCE|DOMAIN|TYPE|INDEX|STATISTICS|SCHEMA|EXTENSION|PUBLICATION)"
                    + "\\s+(?:CONCURRENTLY\\s+)?(?:IF (?:NOT )?EXISTS\\s+)?(?:ONLY\\s+)?" + NAME,
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Kind> KINDS = Map.of("TYPE", Kind.COMPOSITE_TYPE);

    private StatementReading() {}

    /** The same text with what is known of it. */
    public static SchemaStatement read(String sql) {
        for (Form form : ON_TABLE) {
            Matcher found = form.pattern().matcher(sql);
            if (found.lookingAt()) {
                String name = found.group(1) + (found.groupCount() > 1 ? "." + found.group(2) : "");
                return SchemaStatement.of(form.action(), form.kind(), name, sql);
            }
        }
        Matcher index = INDEX.matcher(sql);
        if (index.lookingAt()) {
            return SchemaStatement.of(Action.CREATE, Kind.INDEX, schemaOf(index.group(2)) + index.group(1), sql);
        }
        Matcher onParent = ON_PARENT.matcher(sql);
        if (onParent.lookingAt()) {
            String object = onParent.group(4) + "." + onParent.group(3);
            return SchemaStatement.of(action(onParent.group(1)), kind(onParent.group(2)), object, sql);
        }
        Matcher routine = ROUTINE.matcher(sql);
        if (routine.lookingAt()) {
            return SchemaStatement.of(
                    action(routine.group(1)),
                    kind(routine.group(2)),
                    routine.group(3) + arguments(sql, routine.end()),
                    sql);
        }
        Matcher plain = PLAIN.matcher(sql);
        if (plain.lookingAt()) {
            return SchemaStatement.of(action(plain.group(1)), kind(plain.group(2)), plain.group(3), sql);
        }
        return SchemaStatement.of(Action.NONE, Kind.OTHER, "", sql);
    }

    private static Form form(String regex, Action action, Kind kind) {
        return new Form(Pattern.compile("^" + regex, Pattern.CASE_INSENSITIVE), action, kind);
    }

    private static Action action(String word) {
        return Action.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Kind kind(String words) {
        String upper = words.toUpperCase(Locale.ROOT);
        return KINDS.getOrDefault(upper, KINDS.containsKey(upper) ? Kind.OTHER : Kind.valueOf(upper.replace(' ', '_')));
    }

    private static String schemaOf(String table) {
        int dot = table.indexOf('.');
        return dot < 0 ? "" : table.substring(0, dot + 1);
    }

    private static String arguments(String sql, int from) {
        int depth = 0;
        for (int i = from; i < sql.length(); i++) {
            char c = sql.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ')' && depth == 0) {
                return sql.substring(from, i + 1).strip();
            }
        }
        return "";
    }
}
