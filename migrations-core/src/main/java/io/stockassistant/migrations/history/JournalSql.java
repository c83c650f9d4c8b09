package io.stockassistant.migrations.history;

import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.module.Module;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that keep the journal: one row a run, one row a step that ended. */
public final class JournalSql {

    /** Where the tables are. */
    public static final String SCHEMA = Module.RESERVED_SCHEMA;

    static final String STEP_TABLE = "step";
    static final String BACKFILL_TABLE = "backfill";

    /** Where each backfill stands; kept by whoever runs them. */
    public static final String BACKFILL = SCHEMA + "." + BACKFILL_TABLE;

    static final String RUN = SCHEMA + ".run";
    static final String STEP = SCHEMA + "." + STEP_TABLE;

    /** The letters "migratio" as a number: the advisory lock of whoever is running. */
    public static final long RUN_LOCK = 0x6D6967726174696FL;

    /** Shared by each of its steps, and so by the last one of a run that was killed. */
    public static final long STEP_LOCK = RUN_LOCK + 1;

    private JournalSql() {}

    /** Creates the tables; safe where somebody else just did. */
    public static List<String> create() {
        return List.of(
                "CREATE SCHEMA IF NOT EXISTS " + SCHEMA,
                "CREATE TABLE IF NOT EXISTS " + RUN + " (\n"
                        + "    id bigint CONSTRAINT run_pkey PRIMARY KEY,\n"
                        + "    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),\n"
                        + "    ended_at timestamptz,\n"
                        + "    outcome text NOT NULL DEFAULT 'running',\n"
                        + "    command text NOT NULL,\n"
                        + "    direction text NOT NULL,\n"
                        + "    steps integer NOT NULL,\n"
                        + "    plan_hash text NOT NULL,\n"
                        + "    tool_version text NOT NULL,\n"
                        + "    database_user text NOT NULL DEFAULT session_user,\n"
                        + "    client_address inet DEFAULT inet_client_addr(),\n"
                        + "    os_user text,\n"
                        + "    host text,\n"
                        + "    message text\n"
                        + ")",
                "CREATE TABLE IF NOT EXISTS " + STEP + " (\n"
                        + "    run_id bigint NOT NULL CONSTRAINT step_run_id_fkey REFERENCES " + RUN + " (id),\n"
                        + "    position integer NOT NULL,\n"
                        + "    module text NOT NULL,\n"
                        + "    version text,\n"
                        + "    description text NOT NULL,\n"
                        + "    direction text NOT NULL,\n"
                        + "    outcome text NOT NULL,\n"
                        + "    ended_at timestamptz NOT NULL DEFAULT clock_timestamp(),\n"
                        + "    millis integer NOT NULL,\n"
                        + "    sqlstate text,\n"
                        + "    message text,\n"
                        + "    CONSTRAINT step_pkey PRIMARY KEY (run_id, position)\n"
                        + ")",
                "COMMENT ON TABLE " + RUN + " IS 'Runs of the migrations program that had something to do'",
                "COMMENT ON TABLE " + STEP + " IS 'What these runs applied and undid'");
    }

    /**
     * The row of a run that begins; gives its id back. While it holds the run's lock, no other is at work: what seems to
     * be running was broken off. The lock also allows to count the ids up without a sequence, which would forget what it
     * gave out in a database that was made from a template, when its server crashes.
     */
    public static String begin(RunOrigin origin, String direction, int steps, String planHash) {
        return begin(origin, direction, steps, planHash, "0");
    }

    /**
     * The same. No row is written, and no id given back, for a role that could begin the journal and not go on with it.
     *
     * @param check an expression that is 0, or fails when the run has to stop
     */
    public static String begin(RunOrigin origin, String direction, int steps, String planHash, String check) {
        return "WITH aborted AS (UPDATE " + RUN + " SET outcome = 'aborted' WHERE outcome = 'running') INSERT INTO "
                + RUN
                + " (id, command, direction, steps, plan_hash, tool_version, os_user, host)"
                + " SELECT (SELECT coalesce(max(id), 0) + 1 FROM " + RUN + ") + " + check + ", "
                + Literals.quote(origin.command()) + ", " + Literals.quote(direction) + ", " + steps + ", "
                + Literals.quote(planHash) + ", " + Literals.quote(origin.toolVersion()) + ", "
                + Literals.quote(origin.osUser()) + ", " + Literals.quote(origin.host())
                + " WHERE pg_catalog.has_table_privilege('" + STEP + "', 'INSERT') RETURNING id";
    }

    /** Adds the row of a step to a statement that writes to a history: both are one statement. */
    public static String with(String historyStatement, JournalStep step) {
        return "WITH history AS (" + historyStatement + ") " + insert(step);
    }

    /** The row of a step. */
    public static String insert(JournalStep step) {
        return "INSERT INTO " + STEP
                + " (run_id, position, module, version, description, direction, outcome, millis, sqlstate, message)"
                + " VALUES (" + step.run() + ", " + step.position() + ", " + Literals.quote(step.module()) + ", "
                + Literals.quote(step.version()) + ", " + Literals.quote(step.description()) + ", "
                + Literals.quote(step.direction()) + ", " + Literals.quote(step.outcome()) + ", " + step.millis() + ", "
                + Literals.quote(step.sqlState()) + ", " + Literals.quote(step.message()) + ")";
    }

    /** Ends a run. */
    public static String end(String run, String outcome, @Nullable String message) {
        return "UPDATE " + RUN + " SET ended_at = clock_timestamp(), outcome = " + Literals.quote(outcome)
                + ", message = " + Literals.quote(message) + " WHERE id = " + run;
    }

    /** What a role needs to keep the journal that is there. */
    public static String grantTo(String role) {
        String to = " TO " + Identifiers.quote(role);
        return "GRANT USAGE ON SCHEMA " + SCHEMA + to + "; GRANT SELECT, INSERT, UPDATE ON " + RUN + ", " + STEP + to;
    }

    /** The id of the run that is at work, as SQL. */
    public static String currentRun() {
        return "(SELECT max(id) FROM " + RUN + ")";
    }
}
