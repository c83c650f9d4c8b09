package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's script configuration: a file named like the script with {@code .conf} after it.
 *
 * @param executeInTransaction null when it says nothing
 * @param encoding of the script's text
 * @param placeholderReplacement whether placeholders in the script have values
 */
record ScriptConf(@Nullable Boolean executeInTransaction, Charset encoding, boolean placeholderReplacement) {

    /** A script that would not run everywhere. Flyway allows that; here it is refused, and will be. */
    static final class ConditionException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        ConditionException(String message) {
            super(message);
        }
    }

    static final String SUFFIX = ".conf";

    private static final ScriptConf NONE = new ScriptConf(null, StandardCharsets.UTF_8, true);
    private static final String TRANSACTION = "executeInTransaction";
    private static final String CONDITION = "shouldExecute";
    private static final String ENCODING = "encoding";
    private static final String PLACEHOLDERS = "placeholderReplacement";

    /** @throws IllegalArgumentException if it says anything else; the message is a sentence without its end */
    static ScriptConf read(@Nullable SourceFile conf) throws IOException {
        if (conf == null) {
            return NONE;
        }
        Properties properties = new Properties();
        properties.load(new StringReader(new String(conf.content().read(), StandardCharsets.UTF_8)));
        Set<String> others = new TreeSet<>(properties.stringPropertyNames());
        others.removeAll(Set.of(TRANSACTION, ENCODING, PLACEHOLDERS));
        if (others.contains(CONDITION)) {
            throw new ConditionException(conf.path() + " has the key " + CONDITION
                    + ", which is refused: where a migration is left out in some databases, a version does not say any"
                    + " more what is in a database");
        }
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    conf.path() + " has the key " + String.join(", ", others) + ", which is not supported");
        }
        Boolean replacement = booleanOf(properties, PLACEHOLDERS, conf);
        return new ScriptConf(
                booleanOf(properties, TRANSACTION, conf),
                encoding(properties.getProperty(ENCODING, "UTF-8").strip(), conf),
                replacement == null || replacement);
    }

    private static @Nullable Boolean booleanOf(Properties properties, String key, SourceFile conf) {
        String value = properties.getProperty(key);
        if (value == null) {
            return null;
        }
        return switch (value.strip()) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default ->
                throw new IllegalArgumentException(
                        key + " in " + conf.path() + " is '" + value + "', not true or false");
        };
    }

    private static Charset encoding(String name, SourceFile conf) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    ENCODING + " in " + conf.path() + " is '" + name + "', which is no encoding", e);
        }
    }
}
