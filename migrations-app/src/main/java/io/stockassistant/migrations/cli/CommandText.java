package io.stockassistant.migrations.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command line as it was typed, without what may be secret: values of placeholders, passwords in addresses. */
final class CommandText {

    private static final Pattern PASSWORD_PARAMETER = Pattern.compile("(?i)(password=)[^&;]*", Pattern.DOTALL);

    /** Up to the last at sign, for a password may hold one; what is hidden with it is no loss. */
    private static final Pattern PASSWORD_IN_URL = Pattern.compile("(://[^/:]*):.*@", Pattern.DOTALL);

    private static final String PLACEHOLDER = "--placeholder";

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
                String masked = PASSWORD_PARAMETER.matcher(word).replaceAll("$1***");
                shown.add(PASSWORD_IN_URL.matcher(masked).replaceAll("$1:***@"));
            }
            value = word.equals(PLACEHOLDER);
        }
        return String.join(" ", shown).strip();
    }

    private static String withoutValue(String placeholder) {
        int end = placeholder.indexOf('=');
        return end < 0 ? placeholder : placeholder.substring(0, end) + "=***";
    }
}
