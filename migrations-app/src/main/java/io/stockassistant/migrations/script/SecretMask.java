package io.stockassistant.migrations.script;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hides passwords, keys and tokens in what is shown of statements, so that they are in no output, log or error.
 *
 * <p>A text is a secret where its neighbours say so: behind the word PASSWORD, as the value of an option, a column or a
 * setting with such a name, in a connection string or a URL, also inside a function body or a statement that is put
 * together from texts. A secret that nothing names (the third value of an INSERT) cannot be told from any other text.
 */
public final class SecretMask {

    static final String MASK = "***";

    /** Shorter ones are found in every message, and would make it unreadable without hiding anything. */
    private static final int SHORTEST_IN_A_MESSAGE = 3;

    private SecretMask() {}

    /** The statement with each secret replaced by {@code '***'}; the same text when there is none. */
    public static String ofSql(String sql) {
        return SecretNames.mayBeIn(sql) ? new SecretScanner(sql).masked() : sql;
    }

    /** A sentence, or anything else that is no SQL, without the passwords of connection strings and URLs in it. */
    public static String ofText(String text) {
        return SecretNames.mayBeIn(text) ? SecretNames.withoutValues(text, false, new HashSet<>()) : text;
    }

    /** What a server says about a statement, without the statement's secrets. */
    public static String ofMessage(String message, String sql) {
        String masked = ofText(message);
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
        secrets.stream().filter(each -> each.length() >= SHORTEST_IN_A_MESSAGE).forEach(sorted::add);
        return sorted;
    }
}
