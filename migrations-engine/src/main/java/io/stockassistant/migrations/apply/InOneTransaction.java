package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.apply.StepCarrier.Recovery;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** What is different for steps that share one transaction. */
final class InOneTransaction {

    static final Recovery ROLLED_BACK = new Recovery(
            "All of the plan was rolled back as one transaction: the database is as it was before the run.", false);

    static final Recovery ENDED_BY_CODE = new Recovery(
            "It ended the transaction of the whole plan by itself: what it and the steps before it have done is in the"
                    + " database, histories included, but for its own history row.",
            true);

    static final Recovery LOST = new Recovery(
            "The connection is gone. The server rolls an unfinished transaction back, and with it all of the plan; the"
                    + " history says whether it was finished.",
            false);

    private static final String BEGUN = "migrations.step_begun";

    /** How long a step took until now in milliseconds; 0 where its script has reset every setting. */
    static final String MILLIS_OF_STEP =
            "coalesce((extract(epoch FROM clock_timestamp())::numeric - nullif(current_setting('" + BEGUN
                    + "', true), '')::numeric) * 1000, 0)::integer";

    private static final String UNSAFE_NEW_ENUM_VALUE = "55P04";

    /** What DISCARD ALL does, which is refused in a transaction; without a look at plans, which no script can feel. */
    private static final List<String> CLEAN = List.of(
            "CLOSE ALL",
            "RESET SESSION AUTHORIZATION",
            "RESET ALL",
            "DEALLOCATE ALL",
            "UNLISTEN *",
            "SELECT pg_advisory_unlock_all()",
            "DISCARD SEQUENCES",
            "DISCARD TEMP");

    /**
     * What waits for the end of a transaction is checked at the end of its step, and may wait again in the next one. By
     * names: SET CONSTRAINTS ALL would also be about constraints that the next steps create.
     */
    private static final String CHECK_CONSTRAINTS = """
            DO $migrations$
            DECLARE
                all_of_them text;
                late_ones text;
            BEGIN
                SELECT string_agg(name, ', '), string_agg(name, ', ') FILTER (WHERE condeferred)
                INTO all_of_them, late_ones
                FROM (
                    SELECT DISTINCT format('%I.%I', nspname, conname) AS name, condeferred
                    FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
                    WHERE condeferrable
                ) AS constraints;
                IF all_of_them IS NOT NULL THEN
                    EXECUTE 'SET CONSTRAINTS ' || all_of_them || ' IMMEDIATE';
                END IF;
                IF late_ones IS NOT NULL THEN
                    EXECUTE 'SET CONSTRAINTS ' || late_ones || ' DEFERRED';
                END IF;
            END $migrations$""";

    private InOneTransaction() {}

    /** What comes before a step: the beginning of all, or what makes the session as it was at the beginning. */
    static List<String> between(boolean first) {
        List<String> statements = new ArrayList<>(first ? List.of("BEGIN") : CLEAN);
        statements.add("SELECT set_config('" + BEGUN + "', extract(epoch FROM clock_timestamp())::text, true)");
        return statements;
    }

    /** What comes after its history row. */
    static List<String> afterStep() {
        return List.of(CHECK_CONSTRAINTS);
    }

    /** @throws ProblemException with every step that cannot be in a transaction with others */
    static void check(Plan plan, Scripts scripts) {
        ProblemException.throwIfAny(plan.steps().stream()
                .filter(each -> !scripts.of(each).transactional())
                .map(each -> Problem.of(
                        ProblemCode.NOT_ATOMIC,
                        each.name() + " cannot run in a transaction ("
                                + each.file().place(null) + "), so the plan cannot be one.",
                        "Leave --atomic out, or give a target before it; nothing was changed."))
                .toList());
    }

    /** A failure that there would not be in transactions of their own says so. */
    static Failure advise(Failure failure) {
        return UNSAFE_NEW_ENUM_VALUE.equals(failure.sqlState())
                ? failure.withRemedy(
                        "A value that was added to an enum can be used when it is committed: leave --atomic"
                                + " out, or upgrade to the migration that adds it first.")
                : failure;
    }
}
