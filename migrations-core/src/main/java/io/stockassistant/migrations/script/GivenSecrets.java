package io.stockassistant.migrations.script;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of placeholders whose names say that they are secrets, and the passwords of tasks. Where such a value ends
 * up nothing may name it, so it is the value that is looked for. They are known to the whole process: whoever shows a
 * text, on whatever way it came, must not show them.
 */
final class GivenSecrets {

    /** Shorter ones are found in every text, and would make it unreadable without hiding anything. */
    static final int SHORTEST = 3;

    private static final Set<String> VALUES = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]{" + SHORTEST + ",}");

    private GivenSecrets() {}

    /** From now on the values of those among them that have the name of a secret are hidden. */
    static void addFrom(Map<String, String> placeholders) {
        placeholders.forEach((name, value) -> {
            if (SecretNames.isName(name)) {
                add(value);
                add(value.replaceAll("^'|'$", "").replace("''", "'")); // as the server understands it
            }
        });
    }

    /** From now on this value is hidden. */
    static void add(String value) {
        if (value.length() >= SHORTEST) {
            VALUES.add(value);
        }
    }

    /** The text without them. */
    static String hide(String text) {
        String shown = text;
        for (String value : VALUES) {
            shown = shown.replace(value, SecretMask.MASK);
        }
        return shown;
    }

    /** What the server says about a statement: where one of them stands without quotes, the server names its words. */
    static String hide(String message, String sql) {
        String shown = hide(message);
        for (String value : VALUES) {
            if (sql.contains(value)) {
                shown = withoutWords(shown, value);
            }
        }
        return shown;
    }

    /** The server writes names in lower case. */
    private static String withoutWords(String message, String value) {
        String shown = message;
        for (MatchResult word : WORD.matcher(value).results().toList()) {
            shown = Pattern.compile(Pattern.quote(word.group()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(shown)
                    .replaceAll(Matcher.quoteReplacement(SecretMask.MASK));
        }
        return shown;
    }
}
