package io.stockassistant.shared.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings written as a line: {@code NAME=value} is a variable of the environment, {@code .env/NAME=value} one of the
 * file, {@code --flag=value} a flag; " ; " stands between two.
 */
record Given(DatabaseFlags flags, Variables variables) {

    static Given of(String line) {
        Map<String, String> environment = new HashMap<>();
        Map<String, String> dotEnv = new HashMap<>();
        Map<String, String> flags = new HashMap<>();
        for (String setting : line.split(" ; ", -1)) {
            if (!setting.isEmpty()) {
                Map<String, String> where =
                        setting.startsWith("--") ? flags : setting.startsWith(".env/") ? dotEnv : environment;
                String text = setting.startsWith(".env/") ? setting.substring(5) : setting;
                int equals = text.indexOf('=');
                where.put(equals < 0 ? text : text.substring(0, equals), equals < 0 ? "" : text.substring(equals + 1));
            }
        }
        return new Given(flags(flags), Variables.of(environment, dotEnv));
    }

    private static DatabaseFlags flags(Map<String, String> given) {
        @Nullable String file = given.get("--password-file");
        return new DatabaseFlags(
                given.get("--url"),
                given.get("--user"),
                file == null ? null : Path.of(file),
                given.containsKey("--embedded"));
    }

    DatabaseChoice choice() {
        return DatabaseChoice.of(flags, variables);
    }

    DatabaseSettings settings() {
        if (choice() instanceof DatabaseChoice.Configured configured) {
            return configured.settings();
        }
        throw new AssertionError("embedded");
    }
}
