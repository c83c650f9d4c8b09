package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.model.TablesFound;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Pending;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Change;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Repeatable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What follows for an application from files, histories and tables: what {@code status} says, but that a database may have
 * more than the application knows. While a new release takes the place of an old one, instances of the old one start on a
 * database that has been migrated already.
 */
final class Judgement {

    private static final Set<ProblemCode> OF_CHANGE = Set.of(ProblemCode.CHECKSUM_MISMATCH, ProblemCode.RENAMED_FILE);

    private final Migrations files;
    private final Histories histories;
    private final TablesFound tables;
    private final List<Problem> problems;

    Judgement(Migrations files, Histories histories, TablesFound tables) {
        this.files = files;
        this.histories = histories;
        this.tables = tables;
        this.problems = new Planner(files).problems(histories, false);
    }

    Readiness on(String database) {
        List<ModuleReadiness> modules =
                files.modules().list().stream().map(this::judge).toList();
        List<Problem> changed = new ArrayList<>();
        List<Problem> others = new ArrayList<>(tables.problems());
        for (Problem problem : problems) {
            if (!isOfUnknown(problem)) {
                (OF_CHANGE.contains(problem.code()) ? changed : others).add(problem);
            }
        }
        return new Readiness(Optional.empty(), database, modules, changed, others);
    }

    private ModuleReadiness judge(Module module) {
        ModuleHistory history = histories.of(module.name());
        Set<String> unknown = new LinkedHashSet<>();
        problems.stream()
                .filter(each -> module.name().equals(each.module()) && isOfUnknown(each))
                .forEach(each -> unknown.add(address(each)));
        List<String> pending = new ArrayList<>();
        List<String> otherTexts = new ArrayList<>();
        for (Change change : Pending.list(files, histories, module.name())) {
            Optional<Repeatable> ran = findRun(change, history);
            if (ran.filter(each -> hasMovedOn(each, history)).isPresent()) {
                otherTexts.add(change.toString());
            } else if (ran.filter(each -> !each.hasAllValues()).isEmpty()) {
                pending.add(change.toString());
            }
        }
        return new ModuleReadiness(module.name(), tables.of(module.name()), pending, List.copyOf(unknown), otherTexts);
    }

    /** A repeatable migration that is there, with whatever text. */
    private static Optional<Repeatable> findRun(Change change, ModuleHistory history) {
        return change instanceof Repeatable repeatable
                ? Optional.ofNullable(history.repeatables().get(HistorySql.shortened(repeatable.description())))
                        .filter(HistoryRow::success)
                        .map(row -> repeatable)
                : Optional.empty();
    }

    /** The application's text ran, and another one later. Where nobody here knows the values, nobody can tell. */
    private static boolean hasMovedOn(Repeatable repeatable, ModuleHistory history) {
        return repeatable.hasAllValues()
                && history.hasRun(HistorySql.shortened(repeatable.description()), repeatable.checksum());
    }

    /** Applied, or under way, and not the application's. */
    private boolean isOfUnknown(Problem problem) {
        return problem.code() == ProblemCode.MISSING_FILE
                || (problem.code() == ProblemCode.FAILED_MIGRATION && !isOfOwnFile(problem));
    }

    private boolean isOfOwnFile(Problem problem) {
        String module = Objects.requireNonNull(problem.module());
        return problem.version() == null
                ? files.listRepeatables(module).stream()
                        .anyMatch(each -> each.upgrade().name().equals(problem.file()))
                : Planner.seenBy(files, histories).list(module).stream()
                        .anyMatch(each -> each.version().toString().equals(problem.version()));
    }

    private static String address(Problem problem) {
        return problem.module() + "@"
                + (problem.version() == null
                        ? Repeatable.shortName(String.valueOf(problem.file()))
                        : problem.version());
    }
}
