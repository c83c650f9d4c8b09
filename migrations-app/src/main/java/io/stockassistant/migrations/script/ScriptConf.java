package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Flyway's script configuration: a file named like the script with {@code .conf} after it. */
final class ScriptConf {

    static final String SUFFIX = ".conf";

    private static final String KEY = "executeInTransaction";

    private ScriptConf() {}

    /**
     * Its {@code executeInTransaction}; null when there is no such file or line.
     *
     * @throws IllegalArgumentException if it says anything else; the message is a sentence without its end
     */
    static @Nullable Boolean read(@Nullable SourceFile conf) throws IOException {
        if (conf == null) {
            return null;
        }
        Properties properties = new Properties();
        properties.load(new StringReader(new String(conf.content().read(), StandardCharsets.UTF_8)));
        Set<String> others = new TreeSet<>(properties.stringPropertyNames());
        others.remove(KEY);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    conf.path() + " has the key " + String.join(", ", others) + ", which is not supported");
        }
        String value = properties.getProperty(KEY);
        if (value == null) {
            return null;
        }
        return switch (value.strip()) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default ->
                throw new IllegalArgumentException(
                        KEY + " in " + conf.path() + " is '" + value + "', not true or false");
        };
    }
}
