package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.apply.ApplyReport.DoneStep;
import io.stockassistant.migrations.apply.StepCarrier.Recovery;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out all steps of a plan in one transaction: all of them are in the database in the end, or none is. */
final class AtomicExecution {

    private final SqlSession session;
    private final RunLock lock;
    private final Journal journal;
    private final RunContext context;
    private final RunObserver observer;
    private final Plan plan;
    private final Scripts scripts;
    private final Histories histories;
    private final Retries retries;

    AtomicExecution(
            SqlSession session,
            RunLock lock,
            Journal journal,
            RunContext context,
            Plan plan,
            Scripts scripts,
            Histories histories) {
        this.session = session;
        this.lock = lock;
        this.journal = journal;
        this.context = context;
        this.observer = context.observer();
        this.plan = plan;
        this.scripts = scripts;
        this.histories = histories;
        this.retries = new Retries(context.settings(), observer, context.interruption());
    }

    ApplyReport carryOut() {
        long start = System.nanoTime();
        StepObstacles obstacles = new StepObstacles(context);
        for (int place = 0; place < plan.steps().size(); place++) {
            Optional<Failure> obstacle = obstacles.find(plan.steps().get(place));
            if (obstacle.isPresent()) {
                return stopped(place, obstacle.get(), start);
            }
        }
        try (LockWatch watch = new LockWatch(lock, session, context.settings(), observer)) {
            for (int attempt = 1; true; attempt++) {
                Attempt tried = new Attempt(watch);
                Optional<StatementFailure> failure = tried.carryOut();
                if (failure.isEmpty()) {
                    return new ApplyReport.Applied(plan, tried.done, since(start));
                }
                Recovery recovery = tried.recover();
                Step step = plan.steps().get(tried.place);
                if (recovery.marked() || !retries.isAgain(step, failure.get(), attempt)) {
                    failure.get().findThrown().ifPresent(each -> observer.threw(step, each));
                    boolean interrupted = context.interruption().isRequested();
                    Failure report = new FailureReport(context.migrations(), session, interrupted, false)
                            .of(tried.prepared(), failure.get(), recovery);
                    return stopped(tried.place, watch.explain(InOneTransaction.advise(report)), start);
                }
            }
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private ApplyReport stopped(int place, Failure failure, long start) {
        SortedMap<Integer, Failure> failures = new TreeMap<>();
        failures.put(place, failure);
        context.interruption().unwatch(session);
        journal.end(session, "stopped", failures, observer);
        return new ApplyReport.Stopped(plan, List.of(), failure, List.of(), since(start));
    }

    /** One try at the whole. */
    private final class Attempt {

        private final LockWatch watch;
        private final Preparation preparation = new Preparation(
                plan, context.migrations().modules(), scripts, histories, journal, InOneTransaction.MILLIS_OF_STEP);
        private final StepBody body = new StepBody(session);
        private final List<DoneStep> done = new ArrayList<>();
        private int place;

        Attempt(LockWatch watch) {
            this.watch = watch;
        }

        /** What the server refuses, if it does. The session may be in a failed transaction then. */
        Optional<StatementFailure> carryOut() {
            try {
                context.interruption().watch(session);
                for (place = 0; place < plan.steps().size(); place++) {
                    carryOutStep();
                }
                place--; // if the end is refused, it is the last step's to say so
                SqlMessage end = new SqlMessage();
                journal.findEnd("done", new TreeMap<>()).ifPresent(end::addAll);
                String tag = session.send(end.add("COMMIT"));
                if (!tag.equals("COMMIT")) {
                    throw StatementFailure.of(
                            new SQLException("the transaction ended with " + tag + " instead of COMMIT"), end, 0);
                }
                session.restoreAutoCommit();
                return Optional.empty();
            } catch (StatementFailure e) {
                context.interruption().unwatch(session);
                watch.end();
                return Optional.of(e);
            }
        }

        private void carryOutStep() throws StatementFailure {
            PreparedStep step = prepared();
            observer.stepStarted(step.step());
            long start = System.nanoTime();
            StepNotices notices = session.hear(step.step(), observer);
            try {
                watch.begin(step);
                StepSettings opening = new StepSettings(step.module(), step.step(), Optional.of(lock.check()));
                List<String> before = new ArrayList<>(InOneTransaction.between(place == 0));
                before.addAll(step.opening(opening.transactional(context.settings())));
                List<String> after = new ArrayList<>(step.closing());
                after.addAll(InOneTransaction.afterStep());
                body.send(step, before, after);
                watch.end();
            } finally {
                notices.end();
            }
            preparation.done(step);
            done.add(new DoneStep(step.step(), since(start)));
            observer.stepDone(step.step(), since(start));
        }

        PreparedStep prepared() {
            return preparation.prepare(place);
        }

        Recovery recover() {
            try {
                session.send("ROLLBACK");
                session.restoreAutoCommit();
                session.send("DISCARD ALL");
                return body.hasEndedTransaction() ? InOneTransaction.ENDED_BY_CODE : InOneTransaction.ROLLED_BACK;
            } catch (StatementFailure e) {
                return InOneTransaction.LOST;
            }
        }
    }
}
