package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.Module;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands for the placeholders in scripts: Flyway's own (<code>${flyway:…}</code>), the values that a module brings,
 * and above these the ones from outside. Names are the same in upper and lower case, as in Flyway.
 */
public final class PlaceholderValues {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Map<String, String> flyway = new HashMap<>();
    private final Map<String, String> given;
    private final boolean onlyCertain;

    /**
     * @param user the role that runs the scripts; null when nobody knows, so that its placeholder has no value
     * @param database the name of the database, or null
     * @param given by name; these hide the values that a module brings
     */
    public PlaceholderValues(@Nullable String user, @Nullable String database, Map<String, String> given) {
        putIfKnown("flyway:user", user);
        putIfKnown("flyway:database", database);
        flyway.put("flyway:timestamp", LocalDateTime.now(ZoneId.systemDefault()).format(TIMESTAMP));
        flyway.put("flyway:workingdirectory", System.getProperty("user.dir"));
        flyway.put("flyway:environment", "default");
        this.given = lowerCase(given);
        this.onlyCertain = false;
        GivenSecrets.addFrom(given);
    }

    private PlaceholderValues(Map<String, String> given) {
        this.given = lowerCase(given);
        this.onlyCertain = true;
        GivenSecrets.addFrom(given);
    }

    /**
     * What somebody knows who does not run the migrations: what he was given, and what a module's descriptor alone
     * decides. Whoever runs them has a name and a time of his own, and may give other values than those that a module
     * brings: none of these has a value here.
     */
    public static PlaceholderValues ofBystander(Map<String, String> given) {
        return new PlaceholderValues(given);
    }

    private void putIfKnown(String name, @Nullable String value) {
        if (value != null) {
            flyway.put(name, value);
        }
    }

    /** For scripts that are only looked at. */
    public static PlaceholderValues withoutDatabase() {
        return new PlaceholderValues("user", "database", Map.of());
    }

    /** Whether a name is one of those that nobody gives a value to but the program. */
    public static boolean isReserved(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("flyway:");
    }

    /** By full name in lower case, for the scripts of one module. */
    public Map<String, String> of(Module module) {
        GivenSecrets.addFrom(module.placeholders());
        Map<String, String> values = onlyCertain ? new HashMap<>() : lowerCase(module.placeholders());
        values.putAll(given);
        values.putAll(flyway);
        values.put("flyway:defaultschema", module.schema());
        values.put("flyway:table", module.history().table());
        return values;
    }

    static Map<String, String> forFile(Map<String, String> values, ScriptFile file) {
        Map<String, String> all = new HashMap<>(values);
        all.put("flyway:filename", file.fileName());
        return all;
    }

    static Map<String, String> withoutTime(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("flyway:timestamp", "${flyway:timestamp}");
        return all;
    }

    private static Map<String, String> lowerCase(Map<String, String> values) {
        Map<String, String> all = new HashMap<>();
        values.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
        return all;
    }
}
