package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.InitTaskRun;
import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.SecretMask;
import io.stockassistant.shared.config.ConfigurationException;
import io.stockassistant.shared.migration.InitTask;
import io.stockassistant.shared.migration.ShownOnce;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Carries out the tasks of an {@code init} when its upgrade is over. */
final class InitTaskRuns {

    private static final String NEXT = "Mend that and repeat the command: what is done stays done.";

    private final MigrationsCommand root;
    private final Workspace workspace;
    private final StepOptions options;

    InitTaskRuns(MigrationsCommand root, Workspace workspace, StepOptions options) {
        this.root = root;
        this.workspace = workspace;
        this.options = options;
    }

    /**
     * In their order; a task that fails keeps none of the others from being done.
     *
     * @param seen what there is after the upgrade
     */
    List<TaskReport> run(InitTasks tasks, InitReport seen) {
        List<TaskReport> reports = new ArrayList<>();
        for (InitTasks.Prepared prepared : tasks.tasks()) {
            reports.add(findReason(prepared.task(), seen)
                    .<TaskReport>map(reason -> new TaskReport.LeftOut(prepared.task(), reason))
                    .orElseGet(() -> run(prepared)));
        }
        return reports;
    }

    /** Why a task is not for now. */
    private Optional<String> findReason(InitTask task, InitReport seen) {
        if (seen.upgrade().exitStatus() != ExitStatus.DONE
                || root.interruption().isRequested()) {
            return Optional.of("the run has stopped before it. Repeat the command when it can go on.");
        }
        boolean atHead = seen.modules().stream()
                .map(SchemaContent::position)
                .filter(each -> each.module().name().equals(task.module()))
                .allMatch(each -> each.head().isPresent() && each.pending() == 0);
        return atHead
                ? Optional.empty()
                : Optional.of("the module is not at its head. It is done by an init that brings it there.");
    }

    private TaskReport run(InitTasks.Prepared prepared) {
        InitTask task = prepared.task();
        try (RunProgress progress = new RunProgress(root.console())) {
            return new TaskReport.Done(
                    task,
                    new InitTaskRun(workspace.runContext(options.settings(), progress))
                            .run(task, prepared.ready(), this::show));
        } catch (Exception | LinkageError e) {
            Problem problem = problem(task, e);
            root.observation().failed(new ProblemException(problem, e));
            root.console().detail(SecretMask.ofText(trace(e)));
            return new TaskReport.Failed(task, problem);
        }
    }

    private void show(ShownOnce once) {
        String secret = once.secret().reveal();
        SecretMask.add(secret);
        Screen screen = root.findScreen()
                .orElseThrow(() -> new IllegalStateException("there is no terminal to show a secret on"));
        root.out().flush();
        root.err().flush();
        screen.show(once.label() + ", shown here and nowhere else:\n\n    " + secret + "\n");
    }

    private Problem problem(InitTask task, Throwable e) {
        if (e instanceof ProblemException known) {
            return known.problems().get(0);
        }
        if (e instanceof ConfigurationException settings) {
            return Unexpected.asProblems(settings).problems().get(0);
        }
        return ofServer(e)
                .flatMap(each ->
                        FailedStatement.findProblem(each, workspace.target().settings()))
                .orElseGet(() -> Problem.inModule(
                        ProblemCode.FAILED_TASK,
                        task.module(),
                        "The " + task.name().replace('-', ' ') + " of " + task.module() + " failed: "
                                + words(e)
                                + ". It was rolled back as a whole.",
                        NEXT));
    }

    /** The innermost: what is around it repeats it, with the rows that the server adds as a detail. */
    private static Optional<SQLException> ofServer(Throwable e) {
        return Stream.iterate(e, each -> each != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
    }

    /** Without the server's detail, in which there may be a whole row and, in that, the hash of a password. */
    private static String trace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return ofServer(e)
                .flatMap(FailedStatement::findDetail)
                .map(detail -> trace.toString().replace(detail, "(not shown)"))
                .orElseGet(trace::toString);
    }

    private static String words(Throwable e) {
        return ofServer(e)
                .map(FailedStatement::text)
                .orElseGet(() -> e.getMessage() == null ? e.toString() : e.getMessage());
    }
}
