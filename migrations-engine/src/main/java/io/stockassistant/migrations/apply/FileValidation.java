package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillReader;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PlaceholderValues;
import io.stockassistant.migrations.script.ScriptReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads every script as a run would, without running one. */
public final class FileValidation {

    private FileValidation() {}

    /** What is wrong inside the scripts that an upgrade would run. */
    public static List<Problem> problemsOfPending(Migrations files, Histories histories) {
        List<Problem> problems = new ArrayList<>();
        Migrations migrations = Planner.seenBy(files, histories);
        for (Module module : migrations.modules().list()) {
            ScriptReader reader =
                    new ScriptReader(module, migrations.placeholders().of(module));
            Stream.concat(
                            migrations.list(module.name()).stream().filter(each -> !histories.holds(each)),
                            migrations.listRepeatables(module.name()).stream().filter(each -> !histories.holds(each)))
                    .forEach(each -> reader.read(each, false, problems));
        }
        return problems;
    }

    /**
     * Everything that is wrong inside the scripts.
     *
     * @param histories when given, upgrade scripts that have been applied are passed over: they ran, and may not be
     *     edited any more
     */
    public static List<Problem> problems(Migrations migrations, Optional<Histories> histories) {
        List<Problem> problems = new ArrayList<>();
        PlaceholderValues placeholders = migrations.placeholders();
        for (Module module : migrations.modules().list()) {
            ScriptReader reader = new ScriptReader(module, placeholders.of(module));
            for (Migration migration : migrations.list(module.name())) {
                if (histories.filter(each -> each.holds(migration)).isEmpty()) {
                    reader.read(migration, false, problems);
                }
                if (migration
                                .findDowngrade()
                                .flatMap(each -> each.header().findIrreversible())
                                .isEmpty()
                        && migration.findDowngrade().isPresent()) {
                    reader.read(migration, true, problems);
                }
            }
            migrations.listRepeatables(module.name()).forEach(each -> reader.read(each, false, problems));
            problems.addAll(problemsOfBackfills(migrations, module));
        }
        return problems;
    }

    /** The same of a module's backfills. */
    public static List<Problem> problemsOfBackfills(Migrations migrations, Module module) {
        List<Backfill> backfills = migrations.listBackfills(module.name());
        List<Problem> problems = new ArrayList<>();
        if (!backfills.isEmpty()) {
            BackfillReader reader =
                    new BackfillReader(module, migrations.placeholders().of(module));
            backfills.forEach(each -> reader.read(each, problems));
        }
        return problems;
    }
}
