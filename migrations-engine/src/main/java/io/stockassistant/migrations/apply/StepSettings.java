package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one SELECT with which a step begins: settings, Flyway's lock for the history, and the check of our own. */
final class StepSettings {

    /** PostgreSQL cuts longer application names. */
    private static final int LONGEST_APPLICATION_NAME = 63;

    private final Module module;
    private final Step step;
    private final Optional<String> check;

    /** @param check an expression that fails when the run has to stop, for a run that can ask */
    StepSettings(Module module, Step step, Optional<String> check) {
        this.module = module;
        this.step = step;
        this.check = check;
    }

    /** For a step in a transaction: the settings end with it, and so does Flyway's lock. */
    String transactional(RunSettings timeouts) {
        return "SELECT " + String.join(", ", settings(true, timeouts.lockTimeout(), timeouts))
                + ", pg_advisory_xact_lock(" + module.history().lockKey() + ")";
    }

    /** For a step without one, Flyway's lock apart. */
    String withoutLock(RunSettings timeouts) {
        return "SELECT " + String.join(", ", settings(false, timeouts.concurrentWait(), timeouts));
    }

    /** For a step without one. Flyway's lock is only tried: the last column says whether it was free. */
    String nonTransactional(RunSettings timeouts) {
        return withoutLock(timeouts) + ", pg_try_advisory_lock("
                + module.history().lockKey() + ")";
    }

    private List<String> settings(boolean local, Duration lockTimeout, RunSettings timeouts) {
        String name = "migrations " + step.name();
        List<String> settings = new ArrayList<>(check.stream().toList());
        settings.addAll(List.of(
                set("search_path", Identifiers.quote(module.schema()) + ", \"$user\", public", local),
                set("TimeZone", "UTC", local), // the driver brings the time zone of whoever runs this
                set("lock_timeout", lockTimeout.toMillis() + "ms", local),
                set("statement_timeout", timeouts.statementTimeout().toMillis() + "ms", local),
                set("idle_in_transaction_session_timeout", "0", local),
                // known since PostgreSQL 17, and ends a session: a migration may take as long as it takes
                "CASE WHEN current_setting('transaction_timeout', true) <> '0' THEN "
                        + set("transaction_timeout", "0", local) + " END",
                set("application_name", name.substring(0, Math.min(name.length(), LONGEST_APPLICATION_NAME)), local)));
        return settings;
    }

    private static String set(String name, String value, boolean local) {
        return "set_config('" + name + "', " + Literals.quote(value) + ", " + local + ")";
    }
}
