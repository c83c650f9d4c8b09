package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Repeatable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the histories in the database and the files of repeatable migrations disagree. */
final class RepeatableChecks {

    private final Migrations migrations;
    private final Histories histories;
    private final List<Problem> problems;

    RepeatableChecks(Migrations migrations, Histories histories, List<Problem> problems) {
        this.migrations = migrations;
        this.histories = histories;
        this.problems = problems;
    }

    void check(Module owner) {
        String module = owner.name();
        ModuleHistory history = histories.of(module);
        Set<String> files = migrations.listRepeatables(module).stream()
                .map(each -> HistorySql.shortened(each.description()))
                .collect(Collectors.toSet());
        history.repeatables().forEach((description, row) -> {
            if (!row.success()) {
                add(
                        ProblemCode.FAILED_MIGRATION,
                        module,
                        row,
                        "The repeatable migration " + row.script() + " of " + module
                                + " runs without a transaction and stopped in the middle. (Unless another run is at"
                                + " work on it right now.)",
                        "Look at " + row.script() + ", take back by hand what it had done, then run 'migrations repair "
                                + module + "'.");
            } else if (row.isOfFile(owner) && !files.contains(description)) {
                missing(module, row);
            }
        });
    }

    private void missing(String module, HistoryRow row) {
        Optional<Repeatable> renamed = migrations.listRepeatables(module).stream()
                .filter(each -> !histories.holds(each))
                .filter(each -> row.checksum() != null && row.checksum().equals(each.checksum()))
                .findFirst();
        add(
                ProblemCode.MISSING_FILE,
                module,
                row,
                "The repeatable migration " + row.script() + " of " + module + " has run, but its file is gone."
                        + renamed.map(each -> " It looks as if it had been renamed to "
                                        + each.upgrade().name() + ".")
                                .orElse(""),
                renamed.map(each -> "Give it its old name back; or, if it may run again under the new one, run"
                                + " 'migrations repair " + module + "'.")
                        .orElse("Bring the file back from version control; or write a migration that drops what it"
                                + " made, and run 'migrations repair " + module + "'."));
    }

    private void add(ProblemCode code, String module, HistoryRow row, String message, String remedy) {
        problems.add(new Problem(code, module, null, row.script(), message, remedy));
    }
}
