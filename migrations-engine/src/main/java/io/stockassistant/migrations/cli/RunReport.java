package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.ApplyReport.DoneStep;
import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an upgrade or a downgrade did.
 *
 * @param pending backfills that have rows to do
 */
record RunReport(
        ApplyReport report, Modules modules, @Nullable Notices notices, List<Backfill> pending) implements Report {

    /** Of a run in which no script was run. */
    RunReport(ApplyReport report, Modules modules) {
        this(report, modules, null, List.of());
    }

    /** The same about a report that says more, or something else. */
    RunReport with(UnaryOperator<ApplyReport> change) {
        return new RunReport(change.apply(report), modules, notices, pending);
    }

    @Override
    public ExitStatus exitStatus() {
        return report instanceof Stopped stopped ? stopped.failure().code().exitStatus() : ExitStatus.DONE;
    }

    @Override
    public void print(Console console) {
        if (report instanceof ApplyReport.NothingToDo) {
            report.plan().warnings().forEach(console::warn);
            console.line("Nothing to do: " + describeWhere() + ".");
            printPending(console);
            return;
        }
        if (!report.done().isEmpty()) {
            console.table(List.of("module", "migrations", "version", "time"), rows());
        }
        String verb = report.plan().direction() == Direction.UP ? "Applied " : "Undid ";
        if (report instanceof Stopped stopped) {
            new FailureText(stopped).print(console, verb);
        } else {
            console.line(verb + count(report.done().size()) + " in " + Times.text(report.duration()) + ".");
        }
        printPending(console);
    }

    private void printPending(Console console) {
        for (Backfill each : pending) {
            console.line("The backfill " + each + " (" + each.description()
                    + ") has rows to do: migrations backfill run " + each);
        }
    }

    private String describeWhere() {
        return report.plan().direction() == Direction.UP
                ? "the database is at its target"
                : "nothing above the target is applied";
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Module module : modules.list()) {
            List<DoneStep> own = report.done().stream()
                    .filter(each -> each.step().module().equals(module.name()))
                    .toList();
            if (!own.isEmpty()) {
                Duration time = own.stream().map(DoneStep::duration).reduce(Duration.ZERO, Duration::plus);
                Step last = own.stream()
                        .map(DoneStep::step)
                        .filter(each -> each.findVersion().isPresent())
                        .reduce((first, second) -> second)
                        .orElse(own.get(0).step());
                String sign = last.direction() == Direction.UP ? "+" : "-";
                rows.add(List.of(
                        module.name(),
                        sign + own.size(),
                        last.findVersion().map(Version::toString).orElse("-"),
                        Times.text(time)));
            }
        }
        return rows;
    }

    static String count(int migrations) {
        return migrations == 1 ? "1 migration" : migrations + " migrations";
    }

    @Override
    public Map<String, Object> json() {
        Failure failure = report instanceof Stopped stopped ? stopped.failure() : null;
        return Json.object(
                "outcome",
                report instanceof ApplyReport.Applied ? "applied" : failure == null ? "nothing-to-do" : "stopped",
                "steps",
                report.done().stream().map(this::json).toList(),
                "failed",
                failure == null ? null : json(failure),
                "alsoFailed",
                report instanceof Stopped stopped && !stopped.alsoFailed().isEmpty()
                        ? stopped.alsoFailed().stream().map(this::json).toList()
                        : null,
                "notReached",
                report instanceof Stopped stopped
                        ? stopped.notReached().stream().map(RunReport::json).toList()
                        : List.of(),
                "pendingBackfills",
                pending.isEmpty()
                        ? null
                        : pending.stream().map(Backfill::toString).toList(),
                "remedy",
                Optional.ofNullable(failure).map(Failure::remedy));
    }

    private Map<String, Object> json(DoneStep done) {
        Map<String, Object> step = json(done.step());
        step.put("millis", done.duration().toMillis());
        return withNotices(step, done.step());
    }

    private static Map<String, Object> json(Step step) {
        return Json.object(
                "module", step.module(),
                "version", step.findVersion(),
                "direction", step.direction().word());
    }

    private Map<String, Object> json(Failure failure) {
        Map<String, Object> failed = Json.object(
                "code", failure.code().word(),
                "module", failure.step().module(),
                "version", failure.step().findVersion(),
                "file", failure.step().file().path(),
                "line", Optional.ofNullable(failure.line()),
                "statement", Optional.ofNullable(failure.statement()),
                "sqlstate", Optional.ofNullable(failure.sqlState()),
                "message", failure.message(),
                "detail", Optional.ofNullable(failure.detail()),
                "hint", Optional.ofNullable(failure.hint()),
                "state", failure.state());
        return withNotices(failed, failure.step());
    }

    private Map<String, Object> withNotices(Map<String, Object> members, Step step) {
        if (notices != null) {
            notices.addTo(members, step);
        }
        return members;
    }
}
