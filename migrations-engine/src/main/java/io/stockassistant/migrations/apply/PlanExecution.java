package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.NewRow;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Carries out the steps of a plan until one fails: one after the other, or those that need not wait for each other side
 * by side. What has begun when one fails goes on to its end.
 */
final class PlanExecution {

    private final SqlSession session;
    private final RunLock lock;
    private final Journal journal;
    private final RunContext context;
    private final RunObserver observer;
    private final Plan plan;
    private final Preparation preparation;
    private final JobBoard board;
    private final int jobs;
    private final StepObstacles obstacles;

    /** @param session free to be used by one of the jobs */
    PlanExecution(
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
        this.plan = plan;
        this.obstacles = new StepObstacles(context);
        this.preparation = new Preparation(
                plan, context.migrations().modules(), scripts, histories, journal, NewRow.MILLIS_SO_FAR);
        Schedule schedule = new Schedule(
                plan,
                context.migrations().modules(),
                histories,
                step -> !scripts.of(step).transactional());
        this.board = new JobBoard(schedule);
        // who looks at the database between two statements wants to see what these have done, and nothing else
        int wanted = context.observer().findWatch().isPresent()
                ? 1
                : context.settings().jobs();
        this.jobs = Math.min(wanted, schedule.width());
        this.observer = jobs == 1 ? context.observer() : new Observers(List.of(context.observer()));
    }

    ApplyReport carryOut() {
        long start = System.nanoTime();
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < jobs; i++) {
            others.add(JobThread.start(context.connections(), each -> work(each), board, observer));
        }
        try {
            work(session);
        } finally {
            others.forEach(JobThread::await);
        }
        JobThread.rethrow(board);
        return report(Duration.ofNanos(System.nanoTime() - start));
    }

    private void work(SqlSession own) {
        try (Job job = new Job(own, lock, context, observer, jobs > 1)) {
            for (OptionalInt place = board.take(); place.isPresent(); place = board.take()) {
                work(job, place.getAsInt());
            }
        } catch (RuntimeException | Error e) {
            board.broken(e); // or the others would wait for its step for ever
        }
    }

    private void work(Job job, int place) {
        Optional<Failure> obstacle = obstacles.find(plan.steps().get(place));
        if (obstacle.isPresent()) {
            board.failed(place, obstacle.get());
            return;
        }
        PreparedStep step = preparation.prepare(place);
        Job.Outcome outcome = job.carryOut(step);
        if (outcome instanceof Job.Done done) {
            preparation.done(step);
            board.done(place, done.step());
        } else if (outcome instanceof Job.Failed failed) {
            board.failed(place, failed.failure());
        }
    }

    private ApplyReport report(Duration duration) {
        SortedMap<Integer, Failure> failures = board.failures();
        if (failures.isEmpty()) {
            end("done", failures);
            return new ApplyReport.Applied(plan, board.listDone(), duration);
        }
        // what was interrupted because something failed, or at the same time, is not what there is to mend
        List<Failure> all = failures.values().stream()
                .filter(each -> each.code() != ProblemCode.INTERRUPTED)
                .toList();
        Failure first = all.isEmpty() ? failures.values().iterator().next() : all.get(0);
        end("stopped", failures);
        return new ApplyReport.Stopped(
                plan, board.listDone(), first, all.stream().skip(1).toList(), duration);
    }

    private void end(String outcome, SortedMap<Integer, Failure> failures) {
        context.interruption().unwatch(session);
        journal.end(session, outcome, failures, observer);
    }
}
