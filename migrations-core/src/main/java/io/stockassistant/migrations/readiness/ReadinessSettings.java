package io.stockassistant.migrations.readiness;

import io.stockassistant.shared.config.Variables;
import java.util.Map;
import java.util.TreeSet;

/**
 * How an application checks its database.
 *
 * @param command what people type to migrate it, without arguments; messages end with it
 * @param placeholders values in repeatable migrations, by name, where the application knows those with which they run
 */
public record ReadinessSettings(ReadinessPolicy policy, String command, Map<String, String> placeholders) {

    static final String POLICY = "SCHEMA_READINESS";
    private static final String COMMAND = "SCHEMA_READINESS_COMMAND";

    /** Those of an application that says nothing. */
    public static final ReadinessSettings DEFAULTS =
            new ReadinessSettings(ReadinessPolicy.FAIL, "java -jar migrations-app.jar", Map.of());

    public ReadinessSettings {
        placeholders = Map.copyOf(placeholders);
    }

    /**
     * Those that {@code SCHEMA_READINESS=fail|warn|migrate-is-not-mine}, {@code SCHEMA_READINESS_COMMAND} and {@code
     * FLYWAY_PLACEHOLDERS_NAME} say, and the defaults for the rest.
     *
     * @throws io.stockassistant.shared.config.ConfigurationException if there is no such policy
     */
    public static ReadinessSettings of(Variables variables) {
        return of(variables, DEFAULTS.command());
    }

    /**
     * The same with another default.
     *
     * @param command unless {@code SCHEMA_READINESS_COMMAND} says another
     */
    public static ReadinessSettings of(Variables variables, String command) {
        return new ReadinessSettings(
                variables.find(POLICY).map(ReadinessPolicy::of).orElse(DEFAULTS.policy()),
                variables.find(COMMAND).orElse(command),
                variables.listByPrefix("FLYWAY_PLACEHOLDERS_"));
    }

    /** Names of placeholders alone: a value may be a secret. */
    @Override
    public String toString() {
        return "ReadinessSettings[policy=" + policy.word() + ", command=" + command + ", placeholders="
                + new TreeSet<>(placeholders.keySet()) + "]";
    }
}
