package io.stockassistant.migrations.flyway;

import java.io.Serial;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Flyway's placeholders, <code>${name}</code>, with its default prefix, suffix and separator.
 *
 * <p>Odd texts are read as Flyway's own reader reads them, or their checksums would differ: of <code>$${name}</code>
 * it takes the two dollars as text, and where the suffix is missing it takes all but the last character for the name.
 */
public final class Placeholders {

    private static final String PREFIX = "${";
    private static final char SUFFIX = '}';

    /** A placeholder without a value. */
    public static final class MissingValueException extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String placeholder;

        MissingValueException(String placeholder) {
            super("no value for " + placeholder);
            this.placeholder = placeholder;
        }

        /** As it stands in the text, for example <code>${retention}</code>. */
        public String placeholder() {
            return placeholder;
        }
    }

    private Placeholders() {}

    /** Whether anything in the text looks like one. */
    public static boolean areIn(String text) {
        return text.contains(PREFIX);
    }

    /**
     * The text with every placeholder replaced.
     *
     * @param values by name, such as {@code flyway:defaultSchema}; case does not matter
     * @throws MissingValueException if a placeholder has no value
     */
    public static String replace(String text, Map<String, String> values) throws MissingValueException {
        if (!areIn(text)) {
            return text;
        }
        Map<String, String> byName = new TreeMap<>();
        values.forEach((name, value) -> byName.put(lower(name), value));
        StringBuilder replaced = new StringBuilder(text.length());
        int at = 0;
        for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', at)) {
            replaced.append(text, at, dollar);
            if (text.startsWith(PREFIX, dollar)) {
                int begin = dollar + PREFIX.length();
                int suffix = text.indexOf(SUFFIX, begin);
                at = suffix < 0 ? text.length() : suffix + 1;
                replaced.append(value(text, begin, at, byName));
            } else {
                at = Math.min(dollar + PREFIX.length(), text.length());
                replaced.append(text, dollar, at);
            }
        }
        return replaced.append(text, at, text.length()).toString();
    }

    /** @param end after the suffix, or that of the text */
    private static String value(String text, int begin, int end, Map<String, String> byName)
            throws MissingValueException {
        if (begin == end) {
            throw new MissingValueException(PREFIX);
        }
        String name = text.substring(begin, end - 1);
        String value = byName.get(lower(name));
        if (value == null) {
            throw new MissingValueException(PREFIX + name + SUFFIX);
        }
        return value;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
