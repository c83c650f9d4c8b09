package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.apply.ApplyReport.DoneStep;
import io.stockassistant.migrations.apply.StepCarrier.Recovery;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.history.Ranks;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Carries out steps on one session, one after the other, each from a clean session. */
final class Job implements AutoCloseable {

    private final SqlSession session;
    private final RunLock lock;
    private final RunContext context;
    private final RunSettings settings;
    private final RunObserver observer;
    private final Interruption interruption;
    private final Retries retries;
    private final LockWatch watch;
    private final boolean amongOthers;
    private boolean clean = true;

    /**
     * One that has done nothing yet.
     *
     * @param observer that of the run, which several jobs may tell something at once
     * @param amongOthers whether other jobs go on while this one waits for a step: nothing of a step may be left in its
     *     session then, least of all a lock
     */
    Job(SqlSession session, RunLock lock, RunContext context, RunObserver observer, boolean amongOthers) {
        this.session = session;
        this.lock = lock;
        this.context = context;
        this.amongOthers = amongOthers;
        this.settings = context.settings();
        this.observer = observer;
        this.interruption = context.interruption();
        this.retries = new Retries(settings, observer, interruption);
        this.watch = new LockWatch(lock, session, settings, observer);
    }

    /** What came of a step. */
    sealed interface Outcome permits Done, Failed {}

    /** It is in the database. */
    record Done(DoneStep step) implements Outcome {}

    /** It is not, or not as a whole. */
    record Failed(Failure failure) implements Outcome {}

    Outcome carryOut(PreparedStep step) {
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
                leaveNothing();
                Duration duration = Duration.ofNanos(System.nanoTime() - start);
                observer.stepDone(step.step(), duration);
                return new Done(new DoneStep(step.step(), duration));
            } catch (StatementFailure failure) {
                interruption.unwatch(session);
                watch.end();
                notices.end();
                Recovery recovery = recover(carrier, step);
                leaveNothing();
                failure.findThrown().ifPresent(each -> observer.threw(step.step(), each));
                boolean possible = step.script().transactional() && !recovery.marked();
                if (!possible || !retries.isAgain(step.step(), failure, attempt)) {
                    boolean outdated = !recovery.marked() && isOutdated(step);
                    FailureReport report =
                            new FailureReport(context.migrations(), session, interruption.isRequested(), outdated);
                    return new Failed(watch.explain(report.of(step, failure, recovery)));
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

    private void leaveNothing() {
        if (amongOthers) {
            try {
                session.send("DISCARD ALL");
                clean = true;
            } catch (StatementFailure e) {
                clean = false; // the next step on this session finds out what is wrong with it, and says so
            }
        }
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
            return !step.ranks()
                    .equals(new Ranks.Known(now.of(step.step().module()).lastRank()));
        } catch (SQLException e) {
            return false; // the failure that is known already is the one to report
        }
    }

    /** Ends no session: that is for who has opened it. */
    @Override
    public void close() {
        interruption.unwatch(session);
        watch.close();
    }
}
