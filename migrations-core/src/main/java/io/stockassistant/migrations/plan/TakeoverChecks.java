package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a baseline may not take the place of: a migration that it does not hold, or one whose file was another. */
final class TakeoverChecks {

    private TakeoverChecks() {}

    /** @param history in which the baseline does not stand yet */
    static void check(Migration baseline, ModuleHistory history, List<Problem> problems) {
        List<HistoryRow> applied = history.applied().headMap(baseline.version(), true).values().stream()
                .filter(HistoryRow::success)
                .toList();
        List<Version> replaced = baseline.upgrade().header().replaces();
        List<HistoryRow> foreign = applied.stream()
                .filter(each -> !replaced.contains(each.version()))
                .toList();
        if (!replaced.isEmpty() && !foreign.isEmpty()) {
            problems.add(notHeld(baseline, foreign));
        }
        List<HistoryRow> rows = new ArrayList<>(applied);
        history.findBaselineRow().filter(HistoryRow::success).ifPresent(rows::add);
        rows.stream()
                .filter(each -> isOfOtherFile(each, baseline))
                .forEach(each -> problems.add(edited(baseline, each)));
    }

    /** Whether a row is about another content than that from which the baseline was made. */
    static boolean isOfOtherFile(HistoryRow row, Migration baseline) {
        Version version = row.version();
        boolean hasFile = row.isBaseline() ? row.checksum() != null : row.isOfCode();
        return version != null
                && hasFile
                && baseline.upgrade()
                        .header()
                        .findReplaced(version, row.isBaseline())
                        .filter(each -> each.contradicts(row.checksum()))
                        .isPresent();
    }

    private static Problem notHeld(Migration baseline, List<HistoryRow> foreign) {
        String names = foreign.stream()
                .map(each -> baseline.module() + "@" + each.version() + " (" + each.script() + ")")
                .collect(Collectors.joining(", "));
        return new Problem(
                ProblemCode.NOT_IN_BASELINE,
                baseline.module(),
                baseline.version().toString(),
                baseline.upgrade().path(),
                baseline.upgrade().name() + " would take the place of what is applied here, but it was not made from "
                        + names + ": a database that is built from empty lacks what "
                        + (foreign.size() == 1 ? "that" : "they")
                        + " did.",
                "Bring the squashed files back from version control, with the missing ones among them, and squash"
                        + " again. Or write what they did as a migration after " + baseline.revision()
                        + " that also runs where it is done already, and run 'migrations repair': the rows go, what"
                        + " they did stays.");
    }

    private static Problem edited(Migration baseline, HistoryRow row) {
        String name = baseline.module() + "@" + row.version();
        return new Problem(
                ProblemCode.CHECKSUM_MISMATCH,
                baseline.module(),
                String.valueOf(row.version()),
                baseline.upgrade().path(),
                name + " was applied from another " + row.script() + " than the one from which "
                        + baseline.upgrade().name() + " was made (checksum " + row.checksum()
                        + " in the history): what is here and what the baseline builds may differ.",
                "Compare the two in version control. If the edit changes nothing in the database, or once you have"
                        + " made up for it here by hand, run 'migrations repair " + name + "'.");
    }
}
