package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Several observers of one run, told in their order. */
public record Observers(List<RunObserver> all) implements RunObserver {

    public Observers {
        all = List.copyOf(all);
    }

    /** None of them is told two things at the same time. */
    private synchronized void tell(Consumer<RunObserver> what) {
        all.forEach(what);
    }

    @Override
    public void waitingForRun(String holder) {
        tell(each -> each.waitingForRun(holder));
    }

    @Override
    public void started(Plan plan) {
        tell(each -> each.started(plan));
    }

    @Override
    public void stepStarted(Step step) {
        tell(each -> each.stepStarted(step));
    }

    @Override
    public void stepDone(Step step, Duration duration) {
        tell(each -> each.stepDone(step, duration));
    }

    @Override
    public void journalNotKept(String reason) {
        tell(each -> each.journalNotKept(reason));
    }

    @Override
    public void fewerJobs(String reason) {
        tell(each -> each.fewerJobs(reason));
    }

    @Override
    public void waitingForLock(Step step, String holder) {
        tell(each -> each.waitingForLock(step, holder));
    }

    @Override
    public void retrying(Step step, Obstruction obstruction, int attempt, int attempts, Duration pause) {
        tell(each -> each.retrying(step, obstruction, attempt, attempts, pause));
    }

    @Override
    public Optional<StatementWatch> findWatch() {
        return all.stream().flatMap(each -> each.findWatch().stream()).findFirst();
    }

    @Override
    public void notice(Step step, ServerNotice notice) {
        tell(each -> each.notice(step, notice));
    }

    @Override
    public void noticesLeftOut(Step step, long count) {
        tell(each -> each.noticesLeftOut(step, count));
    }

    @Override
    public void threw(Step step, Throwable thrown) {
        tell(each -> each.threw(step, thrown));
    }

    @Override
    public void ended(ApplyReport report) {
        tell(each -> each.ended(report));
    }
}
