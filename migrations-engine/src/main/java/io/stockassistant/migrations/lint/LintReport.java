package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.effect.MigrationEffects;
import java.util.List;

/**
 * What was found, in the order of the migrations and their statements.
 *
 * @param migrations what each was seen to do, up and down
 */
public record LintReport(List<Finding> findings, List<MigrationEffects> migrations) {

    public LintReport {
        findings = List.copyOf(findings);
        migrations = List.copyOf(migrations);
    }

    /** The same, with how much there is to do on a database in use; what is small there is no more than a note. */
    public LintReport on(LiveTables live, LintSettings settings) {
        SizedFinding sized = new SizedFinding(live, settings);
        return new LintReport(findings.stream().map(sized::of).toList(), migrations);
    }

    /** How many are as bad as this, or worse. */
    public long count(Severity least) {
        return findings.stream()
                .filter(each -> each.severity().compareTo(least) >= 0)
                .count();
    }
}
