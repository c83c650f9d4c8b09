package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.apply.ApplyReport.DoneStep;
import io.stockassistant.migrations.apply.StepCarrier.Recovery;
import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.history.Ranks;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
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
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Carries out the steps of a plan one after the other, each from a clean session, until one fails. */
final class PlanExecution {

    private static final String DEADLOCK_DETECTED = "40P01";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final SqlSession session;
    private final RunLock lock;
    private final Journal journal;
    private final Migrations migrations;
    private final RunSettings settings;
    private final RunObserver observer;
    private final Interruption interruption;
    private final StepGuard guard;
    private final LockWatch watch;
    private final Map<String, Integer> lastRanks = new HashMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private final List<DoneStep> done = new ArrayList<>();
    private boolean clean = true;

    PlanExecution(SqlSession session, RunLock lock, Journal journal, RunContext context) {
        this.session = session;
        this.lock = lock;
        this.journal = journal;
        this.migrations = context.migrations();
        this.settings = context.settings();
        this.observer = context.observer();
        this.interruption = context.interruption();
        this.guard = context.guard();
        this.watch = new LockWatch(lock, session, settings, observer);
    }

    ApplyReport carryOut(Plan plan, Scripts scripts, Histories histories) {
        try (watch) {
            return carryOutAll(plan, scripts, histories);
        }
    }

    private ApplyReport carryOutAll(Plan plan, Scripts scripts, Histories histories) {
        for (Step step : plan.steps()) {
            PreparedStep prepared = prepare(step, scripts.of(step), histories.of(step.module()));
            Optional<Failure> failure = findObstacle(step).or(() -> carryOut(prepared));
            if (failure.isPresent()) {
                end("stopped", failure.get());
                return new ApplyReport.Stopped(plan, done, failure.get());
            }
        }
        end("done", null);
        return new ApplyReport.Applied(plan, done);
    }

    private Optional<Failure> findObstacle(Step step) {
        if (interruption.isRequested()) {
            return Optional.of(notBegun(step));
        }
        try {
            return guard.before(step);
        } catch (SQLException e) {
            return Optional.of(Failure.beforeStep(
                    step,
                    FailedStatement.isConnectionLost(e) ? ProblemCode.CONNECTION_LOST : ProblemCode.FAILED_MIGRATION,
                    "What has to be done before " + step.name() + " failed: " + FailedStatement.text(e) + ".",
                    "Correct the cause and repeat the command."));
        } catch (ProblemException e) {
            Problem first = e.problems().get(0);
            return Optional.of(Failure.beforeStep(step, first.code(), first.message(), first.remedy()));
        }
    }

    /** What the run did stays, whether the journal can still be told or not. */
    private void end(String outcome, @Nullable Failure failure) {
        Optional<List<String>> statements = journal.findEnd(outcome, failure, done.size() + 1);
        if (statements.isEmpty()) {
            return;
        }
        try {
            interruption.unwatch();
            session.send("DISCARD ALL");
            session.send(new SqlMessage().addAll(statements.get()));
        } catch (StatementFailure e) {
            // The run that comes next says of this one that it was broken off.
            observer.journalNotKept(String.valueOf(e.getMessage()));
        }
    }

    private PreparedStep prepare(Step step, Script script, ModuleHistory history) {
        Module module = migrations.modules().get(step.module());
        boolean created = lastRanks.containsKey(module.name());
        boolean forget = step.direction() == Direction.DOWN && !forgotten.contains(module.name());
        return new PreparedStep(
                step,
                module,
                script,
                created ? List.of() : HistorySql.create(module, history),
                history,
                new Ranks.Known(lastRanks.getOrDefault(module.name(), history.lastRank())),
                forget ? List.copyOf(history.repeatables().values()) : List.of(),
                journal,
                done.size() + 1);
    }

    private int lastRank(PreparedStep step) {
        return lastRanks.getOrDefault(step.module().name(), step.history().lastRank());
    }

    private Optional<Failure> carryOut(PreparedStep step) {
        observer.stepStarted(step.step());
        long start = System.nanoTime();
        for (int attempt = 1; true; attempt++) {
            StepCarrier carrier = step.script().transactional()
                    ? new TransactionalStep(session, lock, settings)
                    : new NonTransactionalStep(session, lock, settings, interruption, watch);
            StepNotices notices = session.hear(step.step(), observer);
            try {
                interruption.watch(session);
                watch.begin(step);
                cleanSession();
                carrier.run(step);
                watch.end();
                notices.end();
                Duration duration = Duration.ofNanos(System.nanoTime() - start);
                if (!step.isUpgrade()) {
                    forgotten.add(step.step().module());
                }
                lastRanks.merge(
                        step.step().module(),
                        step.history().lastRank() + step.rowCount(),
                        (last, first) -> last + step.rowCount());
                done.add(new DoneStep(step.step(), duration));
                observer.stepDone(step.step(), duration);
                return Optional.empty();
            } catch (StatementFailure failure) {
                interruption.unwatch();
                watch.end();
                notices.end();
                Recovery recovery = recover(carrier, step);
                failure.findThrown().ifPresent(each -> observer.threw(step.step(), each));
                boolean again =
                        isWorthRetrying(failure, step) && !recovery.marked() && attempt <= settings.lockRetries();
                if (!again || !pause(step.step(), attempt)) {
                    boolean outdated = !recovery.marked() && isOutdated(step);
                    FailureReport report = new FailureReport(migrations, session, interruption.isRequested(), outdated);
                    return Optional.of(watch.explain(report.of(step, failure, recovery)));
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
            return now.of(step.step().module()).lastRank() != lastRank(step);
        } catch (SQLException e) {
            return false; // the failure that is known already is the one to report
        }
    }

    private static boolean isWorthRetrying(StatementFailure failure, PreparedStep step) {
        return step.script().transactional()
                && (failure.state().equals(FailureReport.LOCK_NOT_AVAILABLE)
                        || failure.state().equals(DEADLOCK_DETECTED));
    }

    /** Each pause is about twice as long as the one before; false when an interruption ended it. */
    private boolean pause(Step step, int attempt) {
        Duration longest = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 6));
        // not all that wait for one lock come back at the same moment
        Duration pause =
                longest.dividedBy(2).plusMillis(ThreadLocalRandom.current().nextLong(longest.toMillis() / 2));
        observer.retrying(step, attempt, settings.lockRetries(), pause);
        interruption.sleep(pause);
        return !interruption.isRequested();
    }

    private static Failure notBegun(Step step) {
        return Failure.beforeStep(
                step,
                ProblemCode.INTERRUPTED,
                "Interrupted before " + step.name() + " began.",
                "To go on, repeat the command.");
    }
}
