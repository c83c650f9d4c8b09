package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Step;
import java.time.Duration;
import java.util.List;

/** The one SELECT with which a step begins: settings, Flyway's lock for the history, and the check of our own. */
final class StepSettings {

    /** PostgreSQL cuts longer application names. */
    private static final int LONGEST_APPLICATION_NAME = 63;

    private final Module module;
    private final Step step;
    private final RunLock lock;

    StepSettings(Module module, Step step, RunLock lock) {
        this.module = module;
        this.step = step;
        this.lock = lock;
    }

    /** For a step in a transaction: the settings end with it, and so does Flyway's lock. */
    String transactional(Duration lockTimeout) {
        return "SELECT " + String.join(", ", settings(true, lockTimeout)) + ", pg_advisory_xact_lock("
                + module.history().lockKey() + ")";
    }

    /** For a step without one. Flyway's lock is only tried: the last column says whether it was free. */
    String nonTransactional() {
        return "SELECT " + String.join(", ", settings(false, Duration.ZERO)) + ", pg_try_advisory_lock("
                + module.history().lockKey() + ")";
    }

    private List<String> settings(boolean local, Duration lockTimeout) {
        String name = "migrations " + step.revision();
        return List.of(
                lock.check(),
                set("search_path", Identifiers.quote(module.schema()) + ", \"$user\", public", local),
                set("TimeZone", "UTC", local), // the driver brings the time zone of whoever runs this
                set("lock_timeout", lockTimeout.toMillis() + "ms", local),
                set("statement_timeout", "0", local),
                set("idle_in_transaction_session_timeout", "0", local),
                set("application_name", name.substring(0, Math.min(name.length(), LONGEST_APPLICATION_NAME)), local));
    }

    private static String set(String name, String value, boolean local) {
        return "set_config('" + name + "', " + Literals.quote(value) + ", " + local + ")";
    }
}
