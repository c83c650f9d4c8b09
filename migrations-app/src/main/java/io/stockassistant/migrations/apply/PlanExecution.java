package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.apply.ApplyReport.DoneStep;
import io.stockassistant.migrations.apply.StepCarrier.Recovery;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Script;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out the steps of a plan one after the other, each from a clean session, until one fails. */
final class PlanExecution {

    private static final String DEADLOCK_DETECTED = "40P01";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final SqlSession session;
    private final RunLock lock;
    private final Modules modules;
    private final RunSettings settings;
    private final RunObserver observer;
    private final Interruption interruption;
    private final Set<String> created = new HashSet<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final List<DoneStep> done = new ArrayList<>();
    private boolean clean = true;

    PlanExecution(
            SqlSession session,
            RunLock lock,
            Modules modules,
            RunSettings settings,
            RunObserver observer,
            Interruption interruption) {
        this.session = session;
        this.lock = lock;
        this.modules = modules;
        this.settings = settings;
        this.observer = observer;
        this.interruption = interruption;
    }

    ApplyReport carryOut(Plan plan, Scripts scripts, Histories histories) {
        for (Step step : plan.steps()) {
            PreparedStep prepared = prepare(step, scripts.of(step), histories.of(step.module()));
            Optional<Failure> failure = interruption.isRequested() ? Optional.of(notBegun(step)) : carryOut(prepared);
            if (failure.isPresent()) {
                return new ApplyReport.Stopped(plan, done, failure.get());
            }
        }
        return new ApplyReport.Applied(plan, done);
    }

    private PreparedStep prepare(Step step, Script script, ModuleHistory history) {
        Module module = modules.get(step.module());
        List<String> create = created.contains(module.name()) ? List.of() : HistorySql.create(module, history);
        int rank = ranks.getOrDefault(module.name(), history.lastRank()) + 1;
        return new PreparedStep(step, module, script, create, history, rank);
    }

    private Optional<Failure> carryOut(PreparedStep step) {
        observer.stepStarted(step.step());
        long start = System.nanoTime();
        for (int attempt = 1; true; attempt++) {
            StepCarrier carrier = step.script().transactional()
                    ? new TransactionalStep(session, lock, settings.lockTimeout())
                    : new NonTransactionalStep(session, lock, interruption);
            try {
                interruption.watch(session);
                cleanSession();
                carrier.run(step);
                Duration duration = Duration.ofNanos(System.nanoTime() - start);
                created.add(step.step().module());
                ranks.put(step.step().module(), step.rank());
                done.add(new DoneStep(step.step(), duration));
                observer.stepDone(step.step(), duration);
                return Optional.empty();
            } catch (StatementFailure failure) {
                interruption.unwatch();
                Recovery recovery = recover(carrier, step);
                boolean again = isWorthRetrying(failure, step) && attempt <= settings.lockRetries();
                if (!again || !pause(step.step(), attempt)) {
                    boolean outdated = !recovery.marked() && isOutdated(step);
                    FailureReport report = new FailureReport(modules, session, interruption.isRequested(), outdated);
                    return Optional.of(report.of(step, failure, recovery));
                }
            }
        }
    }

    /** Whatever a script left in the session (settings, role, temporary tables, locks) must not meet the next one. */
    private void cleanSession() throws StatementFailure {
        if (!clean) {
            session.send("DISCARD ALL");
        }
        clean = false;
    }

    private static Recovery recover(StepCarrier carrier, PreparedStep step) {
        try {
            return carrier.recover(step);
        } catch (StatementFailure e) {
            return carrier.lost();
        }
    }

    /** Whether somebody else, a stock Flyway for one, has written to the history since the plan was made. */
    private boolean isOutdated(PreparedStep step) {
        try {
            Histories now = HistoryReader.read(session.connection(), List.of(step.module()));
            return now.of(step.step().module()).lastRank() != step.rank() - 1;
        } catch (SQLException e) {
            return false; // the failure that is known already is the one to report
        }
    }

    private static boolean isWorthRetrying(StatementFailure failure, PreparedStep step) {
        return step.script().transactional()
                && (failure.state().equals(FailureReport.LOCK_NOT_AVAILABLE)
                        || failure.state().equals(DEADLOCK_DETECTED));
    }

    /** Each pause is twice as long as the one before; false when an interruption ended it. */
    private boolean pause(Step step, int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 6));
        observer.retrying(step, attempt, settings.lockRetries(), pause);
        interruption.sleep(pause);
        return !interruption.isRequested();
    }

    private static Failure notBegun(Step step) {
        return new Failure(
                step,
                ProblemCode.INTERRUPTED,
                null,
                null,
                null,
                "Interrupted before " + step.revision() + " began.",
                null,
                null,
                "Nothing of it is in the database.",
                "To go on, repeat the command.");
    }
}
