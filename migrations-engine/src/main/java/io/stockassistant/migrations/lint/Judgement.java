package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all rules say about one migration, without what its file says is known. */
final class Judgement {

    private final List<Rule> rules;
    private final LintSettings settings;
    private final MigrationScene scene;
    private final List<Suppression> suppressions;
    private final Set<Suppression> used = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    Judgement(List<Rule> rules, LintSettings settings, MigrationScene scene) {
        this.rules = rules;
        this.settings = settings;
        this.scene = scene;
        this.suppressions = Suppression.list(scene.script());
    }

    List<Finding> findings() {
        List<Scene> scenes = scene.scenes();
        boolean refusalIsExplained = false;
        for (int i = 0; i < scenes.size(); i++) {
            for (Rule rule : rules) {
                if (rule instanceof StatementRule each) {
                    List<Remark> remarks = each.check(scenes.get(i));
                    report(rule, i, scenes.get(i).effects(), remarks);
                    refusalIsExplained |= each.explainsRefusal()
                            && !remarks.isEmpty()
                            && scene.isRefusedByRows(scenes.get(i).effects());
                }
            }
        }
        for (Rule rule : rules) {
            if (rule instanceof MigrationRule each) {
                report(rule, -1, null, each.check(scene));
            }
        }
        boolean isExplained = refusalIsExplained;
        scene.observed()
                .findRefusal()
                .filter(each -> !isExplained)
                .map(each -> Findings.refusedByRows(scene.modules(), each))
                .ifPresent(findings::add);
        scene.observed().findFailure().ifPresent(each -> explain(each, Findings.cannotRun(scene.modules(), each)));
        suppressions.forEach(this::judge);
        return findings.stream()
                .flatMap(each ->
                        settings.severity(each.code(), each.severity(), each.module()).map(each::withSeverity).stream())
                .sorted(Comparator.comparingInt(Finding::line))
                .toList();
    }

    /** What a rule says about it is more than that it fails. */
    private void explain(Failure failure, Finding otherwise) {
        FailureScene failed = new FailureScene(scene, failure);
        Place place = failed.findStatement()
                .map(each -> Place.of(scene.effects().step().file(), each))
                .orElse(Place.TOP);
        String sql = failed.findStatement().map(Statement::body).orElse("");
        boolean explained = false;
        for (Rule rule : rules) {
            if (rule instanceof FailureRule each) {
                List<Remark> remarks = each.check(failed);
                explained |= !remarks.isEmpty();
                report(rule, failed.index(), place, sql, null, remarks);
            }
        }
        if (!explained) {
            findings.add(otherwise);
        }
    }

    private void report(Rule rule, int index, @Nullable StatementEffects effects, List<Remark> remarks) {
        if (remarks.isEmpty()) {
            return; // most rules say nothing of most statements, and to find a place is to read the file
        }
        if (effects == null) {
            report(rule, index, Place.TOP, "", null, remarks);
        } else {
            Place place = Place.of(scene.effects().step().file(), effects.statement());
            report(rule, index, place, effects.statement().body(), effects, remarks);
        }
    }

    private void report(
            Rule rule, int index, Place place, String sql, @Nullable StatementEffects effects, List<Remark> remarks) {
        for (Remark remark : remarks) {
            List<Suppression> here = suppressions.stream()
                    .filter(each -> each.covers(rule.about().code(), index))
                    .filter(each -> !each.reason().isEmpty())
                    .toList();
            used.addAll(here);
            if (here.isEmpty()) {
                Step step = scene.effects().step();
                findings.add(new Finding(
                        rule.about().code(),
                        rule.about().title(),
                        rule.about().severity(),
                        step.module(),
                        step.name(),
                        FilePath.of(scene.module(), step.file()),
                        place.line(),
                        place.column(),
                        sql,
                        remark.message(),
                        remark.remedy(),
                        "",
                        effects,
                        remark.question()));
            }
        }
    }

    private void judge(Suppression suppression) {
        String line = "-- lint:ignore " + suppression.code();
        if (rules.stream().noneMatch(each -> each.about().code().equals(suppression.code()))) {
            String message = suppression.code().isEmpty()
                    ? "-- lint:ignore names no rule."
                    : "There is no rule " + suppression.code() + " that could be suppressed.";
            report(suppression, Findings.UNKNOWN_RULE, message, Findings.UNKNOWN_RULE.safer());
        } else if (suppression.reason().isEmpty()) {
            report(
                    suppression,
                    Findings.SUPPRESSION_WITHOUT_REASON,
                    line + " says not why, and suppresses nothing.",
                    "Write the reason behind it: " + line + " REASON");
        } else if (!used.contains(suppression)) {
            report(
                    suppression,
                    Findings.UNUSED_SUPPRESSION,
                    line + " suppresses nothing here.",
                    suppression.statement() == Suppression.NOTHING
                            ? "Write it on a line of its own above the statement, or above the first one for the whole"
                                    + " file."
                            : Findings.UNUSED_SUPPRESSION.safer());
        }
    }

    private void report(Suppression suppression, About about, String message, String remedy) {
        Step step = scene.effects().step();
        findings.add(new Finding(
                about.code(),
                about.title(),
                about.severity(),
                step.module(),
                step.name(),
                FilePath.of(scene.module(), step.file()),
                suppression.line(),
                1,
                "",
                message,
                remedy,
                "",
                null));
    }
}
