package io.stockassistant.migrations.logging;

/**
 * What libraries find to log to while no log is asked for: nothing, without Logback being loaded. It is said in SLF4J's
 * own system properties, which it reads when the first logger is asked for.
 */
public final class Silence {

    private static final String PROVIDER = "slf4j.provider";
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private Silence() {}

    /** To be called before anything can log. */
    public static void begin() {
        System.setProperty(PROVIDER, "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty(VERBOSITY, "ERROR");
    }

    /** Only before the first logger was asked for. */
    static void end() {
        System.clearProperty(PROVIDER);
    }
}
