package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.lint.LiveTables.Size;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says how much a statement has to do on a database in use, and excuses what is soon done. */
final class SizedFinding {

    private static final long KILO = 1024;

    /** Findings that are about how long somebody waits. What is lost with a small table is lost all the same. */
    static final Set<String> ABOUT_TIME = Set.of(
            "index-not-concurrent",
            "reindex-not-concurrent",
            "column-type-rewrite",
            "column-type-rebuilds-index",
            "add-column-volatile-default",
            "add-column-identity",
            "add-column-generated",
            "add-column-with-constraint",
            "set-not-null-scan",
            "add-check-scan",
            "add-foreign-key-scan",
            "validate-in-same-transaction",
            "add-unique-builds-index",
            "add-primary-key-builds-index",
            "primary-key-on-nullable",
            "add-exclusion-builds-index",
            "domain-constraint-scan",
            "attach-partition-scan",
            "set-tablespace",
            "cluster-or-vacuum-full",
            "set-logged",
            "refresh-materialized-view",
            "whole-table-write",
            "work-under-lock");

    private final LiveTables live;
    private final long smallTable;

    SizedFinding(LiveTables live, LintSettings settings) {
        this.live = live;
        this.smallTable = settings.smallTable();
    }

    Finding of(Finding finding) {
        Optional<Size> size = finding.findEffects().map(SizedFinding::worked).flatMap(live::find);
        if (size.isEmpty()) {
            return finding;
        }
        boolean small = size.get().rows() <= smallTable && ABOUT_TIME.contains(finding.code());
        boolean rewrites = finding.findEffects()
                .filter(each -> !each.rewritten().isEmpty())
                .isPresent();
        String words = "In the database it is about " + sentence(size.get(), rewrites)
                + (small ? ": small enough, as the project says." : ".");
        return finding.withScale(words).withSeverity(small ? Severity.INFO : finding.severity());
    }

    /** The tables whose rows the statement reads or writes, all of them. */
    private static Set<Relation> worked(StatementEffects effects) {
        Set<Relation> tables = new LinkedHashSet<>(effects.rewritten());
        tables.addAll(effects.scanned());
        effects.built().forEach(each -> tables.add(each.table()));
        return tables;
    }

    private String sentence(Size size, boolean rewrites) {
        return bytes(size.bytes()) + " with " + String.format(Locale.ROOT, "%,d", size.rows()) + " rows"
                + live.findSeconds(size)
                        .filter(each -> each > 0)
                        .map(each -> ", and to read it once takes about " + time(each) + " at the rate measured there"
                                + (rewrites ? ", to write it anew several times as long" : ""))
                        .orElse("");
    }

    private static String time(long seconds) {
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
    }

    private static String bytes(long bytes) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB"};
        int unit = 0;
        double value = bytes;
        while (value >= 10 * KILO && unit < units.length - 1) {
            value /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, "%.0f %s", value, units[unit]);
    }
}
