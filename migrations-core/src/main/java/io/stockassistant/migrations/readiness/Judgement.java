package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.history.Histories;
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
        List<Problem> others = new ArrayList<>();
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
        return new ModuleReadiness(
                module.name(),
                tables.of(module.name()),
                Pending.list(files, histories, module.name()).stream()
                        .filter(each -> !hasMovedOn(each, history))
                        .map(Change::toString)
                        .toList(),
                List.copyOf(unknown));
    }

    /**
     * A repeatable migration that has run with another text than the application's is no news where that other text came
     * later, or where nobody here knows with which values it ran.
     */
    private static boolean hasMovedOn(Change change, ModuleHistory history) {
        if (!(change instanceof Repeatable repeatable)) {
            return false;
        }
        String description = HistorySql.shortened(repeatable.description());
        boolean ran = Optional.ofNullable(history.repeatables().get(description))
                .filter(row -> row.success())
                .isPresent();
        return ran && (!repeatable.hasAllValues() || history.hasRun(description, repeatable.checksum()));
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
