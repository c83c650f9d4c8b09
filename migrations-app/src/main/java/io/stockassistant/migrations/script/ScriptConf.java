package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Flyway's script configuration: a file named like the script with {@code .conf} after it. */
final class ScriptConf {

    static final String SUFFIX = ".conf";

    private ScriptConf() {}

    /** Its {@code executeInTransaction}; null when there is no such file or line. */
    static @Nullable Boolean read(@Nullable SourceFile conf) throws IOException {
        if (conf == null) {
            return null;
        }
        Properties properties = new Properties();
        properties.load(new StringReader(new String(conf.content().read(), StandardCharsets.UTF_8)));
        String value = properties.getProperty("executeInTransaction");
        if (value == null) {
            return null;
        }
        return switch (value.strip()) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IOException(
                    "executeInTransaction in " + conf.path() + " is '" + value + "', not true or false");
        };
    }
}
