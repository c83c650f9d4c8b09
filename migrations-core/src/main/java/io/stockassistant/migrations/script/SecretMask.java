package io.stockassistant.migrations.script;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hides passwords, keys and tokens in what is shown of statements, so that they are in no output, log or error.
 *
 * <p>A text is a secret where its neighbours say so: behind the word PASSWORD, as the value of an option, a column or a
 * setting with such a name, in a connection string or a URL, also inside a function body or a statement that is put
 * together from texts. So is the value of a placeholder with such a name, wherever it stands. A secret that nothing names
 * (the third value of an INSERT) cannot be told from any other text.
 */
public final class SecretMask {

    static final String MASK = "***";

    private SecretMask() {}

    /** From now on a text is a secret wherever it stands, unless it is so short that every text holds it. */
    public static void add(String secret) {
        GivenSecrets.add(secret);
    }

    /** The statement with each secret replaced by {@code '***'}; the same text when there is none. */
    public static String ofSql(String sql) {
        String shown = GivenSecrets.hide(sql);
        return SecretNames.mayBeIn(shown) ? new SecretScanner(shown).masked() : shown;
    }

    /** A sentence, or anything else that is no SQL, without the passwords of connection strings and URLs in it. */
    public static String ofText(String text) {
        String shown = GivenSecrets.hide(text);
        return SecretNames.mayBeIn(shown) ? SecretNames.withoutValues(shown, false, new HashSet<>()) : shown;
    }

    /** A word of a command line, which may be a URL with anything in it, without the password. */
    public static String ofWord(String word) {
        return SecretNames.withoutPasswordOfUrl(GivenSecrets.hide(word));
    }

    /** What a server says about a statement, without the statement's secrets. */
    public static String ofMessage(String message, String sql) {
        String masked = ofText(GivenSecrets.hide(message, sql));
        if (SecretNames.mayBeIn(sql)) {
            for (String secret : longestFirst(new SecretScanner(sql).secrets())) {
                masked = masked.replace(secret, MASK);
            }
        }
        return masked;
    }

    private static Set<String> longestFirst(Set<String> secrets) {
        Set<String> sorted = new TreeSet<>(
                (one, other) -> one.length() == other.length() ? one.compareTo(other) : other.length() - one.length());
        secrets.stream().filter(each -> each.length() >= GivenSecrets.SHORTEST).forEach(sorted::add);
        return sorted;
    }
}
