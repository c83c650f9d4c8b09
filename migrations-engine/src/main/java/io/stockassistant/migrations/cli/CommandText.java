package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.script.SecretMask;
import java.util.ArrayList;
import java.util.List;

/** The command line as it was typed, without what may be secret: values of placeholders, passwords in addresses. */
final class CommandText {

    static final String PLACEHOLDER = "--placeholder";

    private CommandText() {}

    static String of(List<String> words) {
        List<String> shown = new ArrayList<>();
        boolean value = false;
        for (String word : words) {
            if (value) {
                shown.add(withoutValue(word));
            } else if (word.startsWith(PLACEHOLDER + "=")) {
                shown.add(PLACEHOLDER + "=" + withoutValue(word.substring(PLACEHOLDER.length() + 1)));
            } else {
                shown.add(SecretMask.ofWord(word));
            }
            value = word.equals(PLACEHOLDER);
        }
        return String.join(" ", shown).strip();
    }

    /** A word as it is typed in a shell, without the password of a URL. */
    static String word(String value) {
        String shown = SecretMask.ofWord(value);
        boolean plain = shown.matches("[\\w.:/@%+,=-]+");
        return plain ? shown : "'" + shown.replace("'", "'\\''") + "'";
    }

    private static String withoutValue(String placeholder) {
        int end = placeholder.indexOf('=');
        return end < 0 ? placeholder : placeholder.substring(0, end) + "=***";
    }
}
