package io.stockassistant.shared.config;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The settings make no sense, or are not there. The message never holds a password. */
public final class ConfigurationException extends RuntimeException {

    /** Nothing says which database is meant, and a throw-away one is out of the question here. */
    public static final String NO_DATABASE_CONFIGURED = "no-database-configured";

    /** Settings that contradict each other, are incomplete, or cannot be read. */
    public static final String INVALID_CONFIGURATION = "invalid-configuration";

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String remedy;

    private ConfigurationException(String code, String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.remedy = remedy;
    }

    /** Settings that make no sense; with what to set instead. */
    public static ConfigurationException invalid(String message, String remedy) {
        return new ConfigurationException(INVALID_CONFIGURATION, message, remedy, null);
    }

    /** The same, with what found it. */
    public static ConfigurationException invalid(String message, String remedy, Throwable cause) {
        return new ConfigurationException(INVALID_CONFIGURATION, message, remedy, cause);
    }

    static ConfigurationException noDatabase(String message, String remedy) {
        return new ConfigurationException(NO_DATABASE_CONFIGURED, message, remedy, null);
    }

    /** {@link #NO_DATABASE_CONFIGURED} or {@link #INVALID_CONFIGURATION}. */
    public String code() {
        return code;
    }

    /** What to type or to change. */
    public String remedy() {
        return remedy;
    }
}
