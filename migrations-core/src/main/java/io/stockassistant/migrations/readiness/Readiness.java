package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an application has found.
 *
 * @param obstacle why the database cannot be looked at; then all the rest is empty
 * @param database its name; empty if it could not be reached
 * @param modules one for each module of the application, dependencies first
 * @param changed applied migrations whose files are not what they were
 * @param problems everything else on which files and database disagree, or that is wrong with the files
 */
public record Readiness(
        Optional<Problem> obstacle,
        String database,
        List<ModuleReadiness> modules,
        List<Problem> changed,
        List<Problem> problems) {

    public Readiness {
        modules = List.copyOf(modules);
        changed = List.copyOf(changed);
        problems = List.copyOf(problems);
    }

    static Readiness notConnected(Problem obstacle) {
        return new Readiness(Optional.of(obstacle), "", List.of(), List.of(), List.of());
    }

    /** Whether the database could be looked at. */
    public boolean isConnected() {
        return obstacle.isEmpty();
    }

    /** Whether nothing stands in the way of the application. */
    public boolean isReady() {
        return isConnected()
                && modules.stream().allMatch(ModuleReadiness::isReady)
                && changed.isEmpty()
                && problems.isEmpty();
    }

    /** The tables that models ask for and that are there, as {@code schema.table}. */
    public List<String> presentTables() {
        return modules.stream()
                .flatMap(each -> qualified(each, each.tables().present()))
                .toList();
    }

    /** The tables that models ask for and that are not there, as {@code schema.table}. */
    public List<String> missingTables() {
        return modules.stream()
                .flatMap(each -> qualified(each, each.tables().missing()))
                .toList();
    }

    private static Stream<String> qualified(ModuleReadiness module, List<String> tables) {
        return tables.stream().map(table -> module.tables().schema() + "." + table);
    }

    /** The addresses of the migrations that the database lacks. */
    public List<String> pending() {
        return modules.stream().flatMap(each -> each.pending().stream()).toList();
    }

    /** The addresses of the migrations that the application does not know. */
    public List<String> unknown() {
        return modules.stream().flatMap(each -> each.unknown().stream()).toList();
    }

    /** The addresses of the repeatable migrations that have last run with another text than the application's. */
    public List<String> otherTexts() {
        return modules.stream().flatMap(each -> each.otherTexts().stream()).toList();
    }
}
