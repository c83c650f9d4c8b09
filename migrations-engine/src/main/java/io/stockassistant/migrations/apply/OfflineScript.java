package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.history.NewRow;
import io.stockassistant.migrations.history.Ranks;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.PlanHash;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PsqlText;
import io.stockassistant.migrations.script.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes down for psql what a run would do: the same statements, the same transactions, the same rows in histories and
 * journal. The script refuses a database that is not where it begins, and one in which another run is at work.
 */
public final class OfflineScript {

    /** What {@code DISCARD ALL} does between two steps, without giving up the script's own lock. */
    private static final List<String> CLEAN_SESSION = List.of(
            "CLOSE ALL",
            "SET SESSION AUTHORIZATION DEFAULT",
            "RESET ALL",
            "DEALLOCATE ALL",
            "UNLISTEN *",
            "DISCARD PLANS",
            "DISCARD TEMP",
            "DISCARD SEQUENCES",
            "SET client_encoding = 'UTF8'");

    private static final String CREATE_SCHEMA = "CREATE SCHEMA IF NOT EXISTS ";

    private final Migrations migrations;
    private final OfflineBackfills backfills;
    private final RunSettings settings;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> created = new HashSet<>();
    private final Set<String> forgotten = new HashSet<>();

    private OfflineScript(Migrations migrations, OfflineBackfills backfills, RunSettings settings) {
        this.migrations = migrations;
        this.backfills = backfills;
        this.settings = settings;
    }

    /**
     * The script.
     *
     * @param histories from which the plan was made
     * @param guard refuses a database that is somewhere else
     */
    public static String of(
            Migrations migrations,
            Plan plan,
            Scripts scripts,
            Histories histories,
            OfflineGuard guard,
            RunSettings settings,
            RunOrigin origin) {
        OfflineScript script =
                new OfflineScript(migrations, new OfflineBackfills(migrations, histories, plan), settings);
        script.begin(plan, PlanHash.of(plan, scripts::content), histories, guard, origin);
        int position = 0;
        for (Step step : plan.steps()) {
            script.write(step, scripts, histories.of(step.module()), ++position);
        }
        script.end();
        return script.text.toString();
    }

    private void begin(Plan plan, String hash, Histories histories, OfflineGuard guard, RunOrigin origin) {
        comment(origin.command());
        comment("by migrations " + origin.toolVersion() + ", plan " + hash);
        comment("To be run as a whole: psql -X -v ON_ERROR_STOP=1 -f FILE");
        plan.warnings().forEach(each -> comment("warning: " + each));
        text.append("\\set ON_ERROR_STOP on\n\\set AUTOCOMMIT on\n");
        add("SET client_encoding = 'UTF8'");
        add(OfflineGuard.lock(RunLock.KEY));
        add(OfflineGuard.lock(RunLock.STEP_KEY)); // the last step of a run that was killed may still be under way
        add(unlock(RunLock.STEP_KEY));
        guard.checks(plan).forEach(this::add);
        backfills.checks().forEach(this::add);
        comment("the journal");
        text.append(OfflineJournal.open(histories, plan, hash, origin));
    }

    private void write(Step step, Scripts scripts, ModuleHistory history, int position) {
        Module module = migrations.modules().get(step.module());
        PreparedStep prepared = new PreparedStep(
                step,
                module,
                scripts.of(step),
                created.add(module.name()) ? create(module, history) : List.of(),
                history,
                new Ranks.Computed(module.history()),
                List.of(),
                Journal.none(),
                position,
                NewRow.MILLIS_SO_FAR);
        text.append('\n');
        backfills.remarks(Optional.of(step)).forEach(this::comment);
        comment(step.direction().word() + " " + step.name() + ": "
                + step.change().description());
        CLEAN_SESSION.forEach(this::add);
        backfills.statements(step).forEach(this::add);
        boolean forget = step.direction() == Direction.DOWN && forgotten.add(module.name());
        if (prepared.script().transactional()) {
            writeTransaction(prepared, forget);
        } else {
            writeWithoutTransaction(prepared, forget);
        }
    }

    private void writeTransaction(PreparedStep step, boolean forget) {
        add("BEGIN");
        step.opening(new StepSettings(step.module(), step.step(), Optional.empty()).transactional(settings))
                .forEach(this::add);
        step.script().statements().forEach(this::add);
        step.closing().forEach(this::add);
        text.append(OfflineJournal.done(step));
        if (forget) {
            add(step.sql().repeatablesForgotten());
        }
        add("COMMIT");
    }

    private void writeWithoutTransaction(PreparedStep step, boolean forget) {
        long key = step.module().history().lockKey();
        add(new StepSettings(step.module(), step.step(), Optional.empty()).withoutLock(settings));
        add(OfflineGuard.lock(key));
        step.create().forEach(this::add);
        add(step.begun());
        step.script().statements().forEach(this::add);
        add("BEGIN READ WRITE");
        add("RESET SESSION AUTHORIZATION");
        String millis = step.isUpgrade() ? HistorySql.millisSinceRow() : "0";
        add(step.completed(millis));
        step.afterCompleted("0").forEach(this::add);
        text.append(OfflineJournal.done(step));
        if (forget) {
            add(step.sql().repeatablesForgotten());
        }
        add("COMMIT");
        add(unlock(key));
    }

    private void end() {
        text.append('\n');
        backfills.remarks(Optional.empty()).forEach(this::comment);
        CLEAN_SESSION.forEach(this::add);
        text.append(OfflineJournal.end());
        add(unlock(RunLock.KEY)); // the session may go on
    }

    /** PostgreSQL asks for the right to create a schema before it sees that there is one. */
    private static List<String> create(Module module, ModuleHistory history) {
        return HistorySql.createIfMissing(module, history).stream()
                .map(each -> each.startsWith(CREATE_SCHEMA) ? ifMissing(each.substring(CREATE_SCHEMA.length())) : each)
                .toList();
    }

    private static String ifMissing(String schema) {
        return OfflineGuard.block("missing boolean", """
                    SELECT to_regnamespace(%s) IS NULL INTO missing;
                    IF missing THEN
                        %s;
                    END IF;
                """.formatted(Literals.quote(schema), CREATE_SCHEMA + schema));
    }

    private static String unlock(long key) {
        return "SELECT pg_advisory_unlock(" + key + ")";
    }

    private void add(String sql) {
        text.append(sql).append(";\n");
    }

    /** The semicolon stands on a line of its own: the text may end in a comment. */
    private void add(Statement statement) {
        text.append(PsqlText.of(statement.sql())).append("\n;\n");
        statement
                .findCopyData()
                .ifPresent(lines -> text.append(lines)
                        .append("\\.")
                        .append(lines.endsWith("\r\n") ? "\r\n" : "\n")); // PostgreSQL wants all line ends alike
    }

    private void comment(String words) {
        words.lines().forEach(line -> text.append("-- ").append(line).append('\n'));
    }
}
