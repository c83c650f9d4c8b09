package io.stockassistant.shared.naming;

import java.util.Locale;

/** Java's names in the database's spelling. */
final class SnakeCase {

    private SnakeCase() {}

    static String of(String javaName) {
        StringBuilder words = new StringBuilder(javaName.length() + 8);
        for (int i = 0; i < javaName.length(); i++) {
            if (beginsWord(javaName, i)) {
                words.append('_');
            }
            words.append(javaName.charAt(i));
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    /** A digit begins no word: it belongs to what it counts, as in {@code roa2Yearly}. */
    private static boolean beginsWord(String name, int at) {
        if (at == 0 || !Character.isUpperCase(name.charAt(at))) {
            return false;
        }
        char before = name.charAt(at - 1);
        if (Character.isUpperCase(before)) {
            // the last letter of an acronym begins the next word: HTTPServer
            return at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        }
        return before != '_';
    }
}
