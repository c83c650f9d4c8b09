package io.stockassistant.migrations.script;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What secrets are called, and how they look in connection strings, URLs and JSON. */
final class SecretNames {

    private static final Pattern HINT =
            Pattern.compile("passw|pwd|passphrase|passcode|secret|token|key|credential|://", Pattern.CASE_INSENSITIVE);

    /** Its beginning is bounded, because a name is short and texts are long. */
    private static final String NAME = "[\\w.-]{0,64}(?:password|passwd|pwd|passphrase|passcode|secret|token"
            + "|(?:secret|api|access|private)[_-]?key|credentials?)";

    private static final Pattern WHOLE_NAME = Pattern.compile(NAME, Pattern.CASE_INSENSITIVE);

    private static final String VALUE = "('(?:[^'\\\\]|\\\\.)*+'|\"[^\"]*+\"|[^\\s'\"&;,)]+)";

    /** {@code password=text}, in anything. */
    private static final Pattern ASSIGNED = Pattern.compile("(\\b" + NAME + "=)" + VALUE, Pattern.CASE_INSENSITIVE);

    /** {@code password = text}, as a connection string may have it; in code it would be a comparison. */
    private static final Pattern ASSIGNED_WITH_SPACES =
            Pattern.compile("(\\b" + NAME + "\\s{0,9}=\\s{0,9})" + VALUE, Pattern.CASE_INSENSITIVE);

    /** Between a colon and the last {@code @}; where a URL was cut before that, to its end, unless it is a port. */
    private static final Pattern IN_URL = Pattern.compile(
            "(://[^\\s:/@?#'\"<>\\[]{0,200}:)" + "([^\\s'\"<>]{1,500}(?=@)|(?!\\d{1,5}(?![\\w%]))[^\\s'\"<>]{1,500})");

    /** In a word of its own, which a shell has already cut out: it may hold whatever a shell lets through. */
    private static final Pattern PARAMETER_OF_URL = Pattern.compile("(?i)(password=)[^&;]*", Pattern.DOTALL);

    /** Up to the last at sign, for a password may hold one; what is hidden with it is no loss. */
    private static final Pattern LOGIN_OF_URL = Pattern.compile("(://[^/:]*):.*@", Pattern.DOTALL);

    private static final Pattern IN_JSON =
            Pattern.compile("(\"" + NAME + "\"\\s{0,9}:\\s{0,9})(\"(?:[^\"\\\\]|\\\\.)*+\")", Pattern.CASE_INSENSITIVE);

    /** A text that becomes a statement, whose password comes from elsewhere: {@code 'ALTER ROLE a PASSWORD %L'}. */
    private static final Pattern ASKING =
            Pattern.compile("\\bpassword\\s+(?:%|\\$\\d|\\z)|\\bpassword\\s*'\\z", Pattern.CASE_INSENSITIVE);

    private SecretNames() {}

    /** Whether it is worth looking closer. */
    static boolean mayBeIn(String text) {
        return HINT.matcher(text).find();
    }

    static boolean isName(String word) {
        return WHOLE_NAME.matcher(word).matches();
    }

    static boolean asksForPassword(String text) {
        return ASKING.matcher(text).find();
    }

    /**
     * The text without the secrets of connection strings, URLs and JSON in it.
     *
     * @param spaces whether an assignment may have spaces
     * @param found takes the secrets
     */
    static String withoutValues(String text, boolean spaces, Set<String> found) {
        String urls = without(IN_URL, text, found);
        String assigned = without(spaces ? ASSIGNED_WITH_SPACES : ASSIGNED, urls, found);
        return without(IN_JSON, assigned, found);
    }

    /** The word without the password of a URL that it is, or holds. */
    static String withoutPasswordOfUrl(String word) {
        String masked = PARAMETER_OF_URL.matcher(word).replaceAll("$1" + SecretMask.MASK);
        return LOGIN_OF_URL.matcher(masked).replaceAll("$1:" + SecretMask.MASK + "@");
    }

    private static String without(Pattern pattern, String text, Set<String> found) {
        return pattern.matcher(text).replaceAll(match -> {
            String value = match.group(2);
            boolean quoted = value.length() > 1 && "'\"".indexOf(value.charAt(0)) >= 0;
            String quote = quoted ? value.substring(0, 1) : "";
            found.add(quoted ? value.substring(1, value.length() - 1) : value);
            return Matcher.quoteReplacement(match.group(1) + quote + SecretMask.MASK + quote);
        });
    }
}
