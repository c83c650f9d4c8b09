package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a shared history cannot be split, each with what helps. */
final class AdoptionProblems {

    private AdoptionProblems() {}

    static Problem failed(HistoryRow row) {
        return about(
                ProblemCode.FAILED_MIGRATION,
                row,
                describe(row) + " failed, and nobody says how much of it is in the database.",
                "Finish or take back by hand what it did, run 'flyway repair' on this history, then adopt it.");
    }

    static Problem nobodys(HistoryRow row, Optional<String> renamed) {
        return about(
                ProblemCode.UNADOPTABLE,
                row,
                "No module has the script of " + describe(row) + "."
                        + renamed.map(each -> " It looks as if it had been renamed to " + each + ".")
                                .orElse(""),
                renamed.map(each -> "Give the file its old name back.")
                        .orElse("Put the file into its module; or say whose it is with --assign " + word(row)
                                + "=MODULE; or leave it behind with --ignore " + word(row) + "."));
    }

    static Problem severals(HistoryRow row, List<OwnScripts> modules) {
        String names = modules.stream().map(OwnScripts::module).collect(Collectors.joining(", "));
        return about(
                ProblemCode.UNADOPTABLE,
                row,
                "Several modules have the script of " + describe(row) + ": " + names + ".",
                "Say whose it is: --assign " + word(row) + "=" + modules.get(0).module());
    }

    static Problem noSuchFile(HistoryRow row, String module) {
        return new Problem(
                ProblemCode.MISSING_FILE,
                module,
                version(row),
                row.script(),
                "The module " + module + " has no file " + ScriptOwners.name(row) + ", and was given " + describe(row)
                        + ".",
                "Bring the file back from version control, or correct --assign.");
    }

    static Problem edited(HistoryRow row, String module, @Nullable Integer now) {
        return new Problem(
                ProblemCode.CHECKSUM_MISMATCH,
                module,
                version(row),
                row.script(),
                ScriptOwners.name(row) + " of module " + module + " is not what was applied (checksum " + row.checksum()
                        + " then, " + now + " now).",
                "Undo the edit; or, if it changes nothing in the database, run 'flyway repair' on this history first.");
    }

    static Problem hasRows(Module module, int rows) {
        return Problem.inModule(
                ProblemCode.HISTORY_COLLISION,
                module.name(),
                "The module " + module.name() + " has a history already: " + module.history() + " has "
                        + (rows == 1 ? "1 row." : rows + " rows."),
                "Look with 'migrations history " + module.name() + "'. If it was adopted before, nothing is left to do;"
                        + " if the table holds something else, name another one in the module's descriptor.");
    }

    /** The shared history is where one of several modules keeps its own. */
    static Problem sharesItsOwn(HistoryTable from, Module module) {
        return Problem.inModule(
                ProblemCode.HISTORY_COLLISION,
                module.name(),
                from + " is to be split, and the descriptor of module " + module.name() + " names it as the history of"
                        + " that module alone: it would keep the rows of all.",
                "Give " + module.name() + " a history of its own in its descriptor, for example history="
                        + module.schema() + "." + module.name().replace('-', '_') + "_history.");
    }

    /** Scripts that were named on the command line and stand in no row. */
    static List<Problem> unused(AdoptionWish wish, List<HistoryRow> rows) {
        Set<String> scripts = rows.stream().map(HistoryRow::script).collect(Collectors.toSet());
        return Stream.concat(wish.assigned().keySet().stream(), wish.ignored().stream())
                .filter(each -> !scripts.contains(each))
                .sorted()
                .map(each -> Problem.of(
                        ProblemCode.INVALID_OPTION,
                        wish.from() + " has no row of the script '" + each + "'.",
                        "Write it as the column script has it, folders included."))
                .toList();
    }

    static Problem flywayIsAtWork(HistoryTable from, Duration patience) {
        return Problem.of(
                ProblemCode.LOCK_TIMEOUT,
                "A Flyway is at work on " + from + " or on a module's history, and did not end within "
                        + patience.toMillis() + " ms; nothing was changed.",
                "Wait for it and repeat the command; --lock-timeout says how long to wait.");
    }

    static Problem writtenMeanwhile(HistoryTable from) {
        return Problem.of(
                ProblemCode.PLAN_OUTDATED,
                "Somebody has written to " + from + " or to a module's history meanwhile; nothing was changed.",
                "Type the same command again.");
    }

    private static String describe(HistoryRow row) {
        return "row " + row.rank() + " (" + row.type() + ", " + row.script() + ")";
    }

    private static String word(HistoryRow row) {
        return row.script().matches("[A-Za-z0-9_./-]+")
                ? row.script()
                : "'" + row.script().replace("'", "'\\''") + "'";
    }

    private static Problem about(ProblemCode code, HistoryRow row, String message, String remedy) {
        return new Problem(code, null, version(row), row.script(), message, remedy);
    }

    private static @Nullable String version(HistoryRow row) {
        return row.version() == null ? null : row.version().toString();
    }
}
