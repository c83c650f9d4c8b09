package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.JournalSql;
import io.stockassistant.migrations.history.NewRow;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.plan.Plan;

/**
 * The journal in a script for psql. As in a run, who may not keep one migrates without; that is found out when the
 * script runs, and a variable of psql remembers it, which no step's clean session touches.
 */
final class OfflineJournal {

    private static final String SETTING = "migrations.journal";
    private static final String VARIABLE = "migrations_journal";

    private static final Journal KEPT = Journal.of(JournalSql.currentRun());

    private OfflineJournal() {}

    /** Creates the tables where they are missing, and writes the row of the run; or warns that it cannot. */
    static String open(Histories histories, Plan plan, String hash, RunOrigin origin) {
        StringBuilder body = new StringBuilder();
        if (!histories.hasJournal()) {
            JournalSql.create().forEach(each -> body.append(each).append(";\n"));
        }
        String begin =
                JournalSql.begin(origin, plan.direction().word(), plan.steps().size(), hash);
        body.append(begin).append(" INTO run;\n");
        body.append("PERFORM set_config('" + SETTING + "', 'on', false);\n");
        body.append("EXCEPTION WHEN OTHERS THEN\n");
        body.append("    IF SQLSTATE !~ '" + JournalStart.NO_JOURNAL.pattern() + "' THEN RAISE; END IF;\n");
        body.append("    RAISE WARNING 'the journal is not kept: %', SQLERRM;\n");
        return "SET " + SETTING + " = off;\n"
                + OfflineGuard.block("run bigint", body.toString()) + ";\n"
                + "SELECT current_setting('" + SETTING + "') = 'on' AS " + VARIABLE + " \\gset\n";
    }

    /** The row of a step. */
    static String done(PreparedStep step) {
        String millis = step.script().transactional() ? NewRow.MILLIS_SO_FAR : "0";
        return KEPT.find(step, millis).map(OfflineJournal::ifKept).orElseThrow();
    }

    /** The end of a run in which every step was carried out. */
    static String end() {
        return ifKept(JournalSql.end(JournalSql.currentRun(), "done", null));
    }

    private static String ifKept(String sql) {
        return "\\if :" + VARIABLE + "\n" + sql + ";\n\\endif\n";
    }
}
