package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.effect.EffectRun;
import io.stockassistant.migrations.effect.MigrationEffects;
import io.stockassistant.migrations.effect.ObservedStep;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Rebuild;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.replay.ShadowFailure;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Script;
import io.stockassistant.migrations.shadow.ScriptRoles;
import io.stockassistant.migrations.shadow.Shadow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs migrations on a throw-away database, watches them, and lets the rules judge. */
public final class Lint {

    private final Migrations migrations;
    private final Planner planner;
    private final Shadow shadow;
    private final Replay replay;
    private final List<Rule> rules;
    private final LintSettings settings;

    public Lint(Migrations migrations, Shadow shadow, Replay replay, List<Rule> rules, LintSettings settings) {
        this.migrations = migrations;
        this.planner = new Planner(migrations);
        this.shadow = shadow;
        this.replay = replay;
        this.rules = List.copyOf(rules);
        this.settings = settings;
    }

    /**
     * Lints what a database has not seen yet, and the way back of it.
     *
     * @param histories of that database; with none in them, everything is linted
     * @throws ProblemException if files cannot be read, contradict each other or the histories
     * @throws SQLException if the shadow's server fails
     */
    public LintReport lint(LintWish wish, Histories histories) throws SQLException {
        wish.modules().forEach(migrations.modules()::get);
        ProblemException.throwIfAny(planner.fileProblems());
        Rebuild applied = planner.rebuild(histories);
        applied.unknown().values().forEach(ProblemException::throwIfAny);
        try (ScriptRoles roles = new ScriptRoles(shadow);
                EffectRun run = EffectRun.begin(shadow, replay.with(roles), migrations)) {
            return new Linted(run, new LintedBackfills(migrations, run, settings, wish, histories))
                    .lint(wish, applied.plan().steps());
        }
    }

    private static List<Target> targets(LintWish wish) {
        return wish.modules().stream().sorted().map(Target::parse).toList();
    }

    private static Plan planOf(Step step) {
        return new Plan(step.direction(), List.of(step), Map.of(), List.of());
    }

    /** One lint while it goes on. */
    private final class Linted {

        private final EffectRun run;
        private final LintedBackfills backfills;
        private final List<Finding> findings = new ArrayList<>();
        private final List<MigrationEffects> seen = new ArrayList<>();
        private final Set<String> failed = new HashSet<>();
        private final Map<String, MigrationEffects> upgrades = new HashMap<>();
        private final Origins origins = new Origins();

        Linted(EffectRun run, LintedBackfills backfills) {
            this.run = run;
            this.backfills = backfills;
        }

        LintReport lint(LintWish wish, List<Step> applied) throws SQLException {
            applied.forEach(origins::add);
            Optional<Failure> failure = onlyOfScripts(run.build(applied));
            if (failure.isPresent()) {
                findings.add(Findings.cannotRun(migrations.modules(), failure.get()));
                return new LintReport(findings, seen);
            }
            List<Step> up =
                    planner.upgrade(run.histories(), targets(wish), true).steps();
            Set<Step> unreadable = unreadable(up);
            List<Step> done = new ArrayList<>();
            try {
                lint(wish, up, unreadable, done);
                findings.addAll(backfills.rest());
                goBack(wish, done);
            } catch (ProblemException e) {
                backfills.of(e).stream()
                        .filter(each -> !findings.contains(each))
                        .forEach(findings::add);
            }
            return new LintReport(findings, seen);
        }

        private void lint(LintWish wish, List<Step> up, Set<Step> unreadable, List<Step> done) throws SQLException {
            for (Step step : up) {
                findings.addAll(backfills.before(step));
                if (needsWhatFailed(step)) {
                    if (!unreadable.contains(step) && wish.concerns(step)) {
                        findings.add(Findings.notReached(migrations.modules(), step));
                    }
                } else if (!unreadable.contains(step) && isDone(wish, step)) {
                    done.add(0, step);
                } else {
                    failed.add(step.module());
                }
            }
        }

        private boolean isDone(LintWish wish, Step step) throws SQLException {
            origins.add(step);
            return (wish.concerns(step) && !step.recorded()) ? lint(step) : isBuilt(step);
        }

        private boolean needsWhatFailed(Step step) {
            return failed.contains(step.module())
                    || migrations.modules().dependenciesOf(step.module()).stream()
                            .anyMatch(failed::contains);
        }

        /** Everything that is wrong with any file is found, also behind one that cannot run. */
        private Set<Step> unreadable(List<Step> steps) {
            Set<Step> unreadable = new HashSet<>();
            for (Step step : steps) {
                if (!isReadable(step)) {
                    unreadable.add(step);
                }
            }
            return unreadable;
        }

        private boolean isReadable(Step step) {
            try {
                new Scripts(migrations).read(planOf(step));
                return true;
            } catch (ProblemException e) {
                e.problems().forEach(each -> findings.add(Findings.ofFile(migrations.modules(), rules, step, each)));
                return false;
            }
        }

        /** As far as there is a way; where there is none, what it stands on has to stay, too. */
        private void goBack(LintWish wish, List<Step> done) throws SQLException {
            Set<String> stay = new HashSet<>();
            for (Step step : done) {
                if (step.findVersion().isEmpty()) {
                    continue; // what is repeatable stays when the others are undone
                }
                if (stay.contains(step.module()) || !isUndone(wish, step)) {
                    stay.add(step.module());
                    stay.addAll(migrations.modules().dependenciesOf(step.module()));
                }
            }
        }

        private boolean isUndone(LintWish wish, Step step) throws SQLException {
            boolean hasWay = step.change()
                    .findDowngrade()
                    .filter(each -> each.header().findIrreversible().isEmpty())
                    .isPresent();
            Step down = Step.run(step.change(), Direction.DOWN, "lint");
            return hasWay && isReadable(down) && (wish.concerns(step) ? lint(down) : isBuilt(down));
        }

        /** What nobody asked about is not judged; but where it fails, what stands on it was not looked at. */
        private boolean isBuilt(Step step) throws SQLException {
            Optional<Failure> failure = onlyOfScripts(run.build(List.of(step)));
            failure.ifPresent(each -> findings.add(Findings.cannotRun(migrations.modules(), each)));
            return failure.isEmpty();
        }

        /** Whoever interrupts, or a server that is gone, ends the command. */
        private Optional<Failure> onlyOfScripts(Optional<Failure> failure) {
            failure.filter(each -> each.code() != ProblemCode.FAILED_MIGRATION).ifPresent(each -> {
                throw ShadowFailure.problem(
                                each, shadow.administration().settings().user(), file -> "Repeat the command.")
                        .asException();
            });
            return failure;
        }

        private boolean lint(Step step) throws SQLException {
            Script script = new Scripts(migrations).read(planOf(step)).of(step);
            ObservedStep observed = run.observe(step, script);
            onlyOfScripts(observed.findFailure());
            seen.add(observed.effects());
            origins.add(observed.effects());
            upgrades.putIfAbsent(step.name(), observed.effects());
            MigrationEffects upgrade = step.direction() == Direction.DOWN ? upgrades.get(step.name()) : null;
            MigrationScene scene = new MigrationScene(migrations.modules(), script, observed, upgrade, origins);
            findings.addAll(new Judgement(rules, settings, scene).findings());
            return observed.findFailure().isEmpty();
        }
    }
}
