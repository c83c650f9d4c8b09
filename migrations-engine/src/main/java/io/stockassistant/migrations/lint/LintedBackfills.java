package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.backfill.Rehearsal;
import io.stockassistant.migrations.effect.EffectRun;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillReader;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at the backfills on the way, each once, at its place among the migrations. */
final class LintedBackfills {

    private static final Set<ProblemCode> OF_BACKFILLS =
            Set.of(ProblemCode.INVALID_BACKFILL, ProblemCode.FAILED_BACKFILL);

    private final Migrations migrations;
    private final EffectRun run;
    private final LintSettings settings;
    private final List<Backfill> open = new ArrayList<>();

    /** @param histories of the database in use: what is complete there is not looked at */
    LintedBackfills(Migrations migrations, EffectRun run, LintSettings settings, LintWish wish, Histories histories) {
        this.migrations = migrations;
        this.run = run;
        this.settings = settings;
        migrations.modules().list().stream()
                .flatMap(each -> migrations.listBackfills(each.name()).stream())
                .filter(each ->
                        wish.concerns(each) && !histories.completeBackfills().contains(each.revision()))
                .forEach(open::add);
    }

    /** Those of its module that come before a step. */
    List<Finding> before(Step step) throws SQLException {
        return look(open.stream()
                .filter(each -> each.module().equals(step.module()))
                .filter(each -> step.findVersion()
                        .filter(version -> each.version().compareTo(version) > 0)
                        .isEmpty())
                .toList());
    }

    /** What no step comes after. */
    List<Finding> rest() throws SQLException {
        return look(List.copyOf(open));
    }

    /**
     * What stops the run of a migration although nothing is wrong with that.
     *
     * @throws ProblemException if it is something else
     */
    List<Finding> of(ProblemException e) {
        return e.problems().stream()
                .map(each -> {
                    if (!OF_BACKFILLS.contains(each.code())) {
                        throw e;
                    }
                    Revision address =
                            new Revision(String.valueOf(each.module()), Version.of(String.valueOf(each.version())));
                    return Findings.ofBackfill(
                            migrations.modules().get(address.module()),
                            migrations.findBackfill(address).orElseThrow(() -> e),
                            each);
                })
                .toList();
    }

    private List<Finding> look(List<Backfill> backfills) throws SQLException {
        if (backfills.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Histories there = run.histories();
        for (Backfill backfill : backfills) {
            if (migrations.listNeededBy(backfill).stream().allMatch(there::holds)) {
                open.remove(backfill);
                look(backfill, findings);
            }
        }
        return findings.stream()
                .flatMap(each ->
                        settings.severity(each.code(), each.severity(), each.module()).map(each::withSeverity).stream())
                .toList();
    }

    private void look(Backfill backfill, List<Finding> findings) throws SQLException {
        Module module = migrations.modules().get(backfill.module());
        List<Problem> problems = new ArrayList<>();
        Optional<BackfillScript> script =
                new BackfillReader(module, migrations.placeholders().of(module)).read(backfill, problems);
        if (script.isPresent()) {
            try (Connection connection = run.open()) {
                new Rehearsal(script.get(), module.schema())
                        .findProblem(connection)
                        .ifPresent(problems::add);
            }
            if (script.get().header().findTodo().isPresent()) {
                script.get()
                        .findStatement()
                        .filter(each -> !each.has("todo"))
                        .ifPresent(each -> findings.add(Findings.todoNotAsked(module, script.get(), each.line())));
            }
        }
        problems.forEach(each -> findings.add(Findings.ofBackfill(module, backfill, each)));
    }
}
