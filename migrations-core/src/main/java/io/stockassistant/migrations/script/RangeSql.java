package io.stockassistant.migrations.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SQL with places for {@code :from} and {@code :to}, the first and the last key of a range, for {@code :table}, which is
 * walked through, and for {@code :todo}, the condition of the header.
 */
public final class RangeSql implements BackfillWork {

    /** The places that there can be. */
    private static final Set<String> NAMES = Set.of("from", "to", "table", "todo");

    private final List<String> texts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final int line;

    private RangeSql(int line) {
        this.line = line;
    }

    static RangeSql of(Statement statement) {
        RangeSql sql = new RangeSql(statement.firstLine());
        sql.cut(statement.body());
        return sql;
    }

    private void cut(String text) {
        int begun = 0;
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == 'E' || text.charAt(at) == 'e') {
                boolean escapes = text.startsWith("'", at + 1) && (at == 0 || !isPartOfName(text.charAt(at - 1)));
                at = escapes ? Quotes.endOfEscapeString(text, at + 1) : at + 1;
            } else if (text.startsWith("::", at)) {
                at += 2;
            } else if (text.charAt(at) == ':') {
                int end = at + 1;
                while (end < text.length() && isPartOfName(text.charAt(end))) {
                    end++;
                }
                String name = text.substring(at + 1, end);
                if (NAMES.contains(name)) {
                    texts.add(text.substring(begun, at));
                    names.add(name);
                    begun = end;
                }
                at = end;
            } else {
                at = Quotes.end(text, at);
            }
        }
        texts.add(text.substring(begun));
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /** The places that it has. */
    public Set<String> names() {
        return new HashSet<>(names);
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /** Of the file, on which it begins, counted from 1. */
    public int line() {
        return line;
    }

    /**
     * As SQL that can be sent.
     *
     * @param values by name; a place without a value stays as it is written
     */
    public String with(Map<String, String> values) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            sql.append(texts.get(i)).append(values.getOrDefault(name, ":" + name));
        }
        return sql.append(texts.get(names.size())).toString();
    }
}
