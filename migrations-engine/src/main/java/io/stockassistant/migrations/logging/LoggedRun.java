package io.stockassistant.migrations.logging;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.apply.Obstruction;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.apply.ServerNotice;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** Logs what a run does. While a step is under way, everything that its thread logs carries its module and revision. */
final class LoggedRun implements RunObserver {

    private final Logger run;
    private final Logger server;

    LoggedRun(Logger run, Logger server) {
        this.run = run;
        this.server = server;
    }

    @Override
    public void waitingForRun(String holder) {
        run.info("waiting for another run to end: {}", holder);
    }

    @Override
    public void started(Plan plan) {
        run.atInfo()
                .addKeyValue("steps", plan.steps().size())
                .log("run begun: {}", plan.direction().word());
        plan.warnings().forEach(run::warn);
    }

    @Override
    public void stepStarted(Step step) {
        remember(step);
        run.info("{} begun: {}", step.direction().word(), step.file().path());
    }

    @Override
    public void stepDone(Step step, Duration duration) {
        run.atInfo()
                .addKeyValue("millis", duration.toMillis())
                .log("{} done", step.direction().word());
        forgetStep();
    }

    @Override
    public void journalNotKept(String reason) {
        run.warn("the journal is not kept: {}", reason);
    }

    /** On a thread of its own, which knows of no step. */
    @Override
    public void waitingForLock(Step step, String holder) {
        run.info("{} waits for {}", step.name(), holder);
    }

    @Override
    public void fewerJobs(String reason) {
        run.warn("fewer jobs than wanted: {}", reason);
    }

    @Override
    public void retrying(Step step, Obstruction obstruction, int attempt, int attempts, Duration pause) {
        run.warn(
                "the step {} and was rolled back; attempt {} of {} in {} ms",
                obstruction.words(),
                attempt + 1,
                attempts + 1,
                pause.toMillis());
    }

    @Override
    public void notice(Step step, ServerNotice notice) {
        server.atLevel(notice.severity() == ServerNotice.Severity.WARNING ? Level.WARN : Level.TRACE)
                .addKeyValue("severity", notice.severity())
                .addKeyValue("sqlstate", notice.sqlState())
                .addKeyValue("line", notice.line())
                .log(notice.message());
    }

    @Override
    public void noticesLeftOut(Step step, long count) {
        server.atWarn().addKeyValue("count", count).log("the server said more, which was left out");
    }

    @Override
    public void threw(Step step, Throwable thrown) {
        run.atDebug().setCause(thrown).log("{} threw", step.file().name());
    }

    @Override
    public void ended(ApplyReport report) {
        if (report instanceof ApplyReport.Stopped stopped) {
            log(stopped.failure());
            stopped.alsoFailed().forEach(this::log);
        }
        run.atInfo().addKeyValue("done", report.done().size()).log("run ended: {}", outcome(report));
        forgetStep();
    }

    /** Its step may have run on another thread. */
    private void log(Failure failure) {
        remember(failure.step());
        run.atError()
                .addKeyValue("code", failure.code().word())
                .addKeyValue("sqlstate", String.valueOf(failure.sqlState()))
                .addKeyValue("line", String.valueOf(failure.line()))
                .log("{}", failure.message());
    }

    private static String outcome(ApplyReport report) {
        return report instanceof ApplyReport.Stopped
                ? "stopped"
                : report instanceof ApplyReport.NothingToDo ? "nothing to do" : "applied";
    }

    private static void remember(Step step) {
        MDC.put(Lines.MODULE, step.module());
        MDC.put(Lines.REVISION, step.name());
    }

    private static void forgetStep() {
        MDC.remove(Lines.MODULE);
        MDC.remove(Lines.REVISION);
    }
}
