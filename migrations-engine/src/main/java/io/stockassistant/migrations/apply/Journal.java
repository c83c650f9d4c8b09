package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.JournalSql;
import io.stockassistant.migrations.history.JournalStep;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The journal of one run, or none where it cannot be kept. Its statements ride on those of the steps. */
final class Journal {

    private final @Nullable String run;

    private Journal(@Nullable String run) {
        this.run = run;
    }

    /** @param run the id of the run, as SQL */
    static Journal of(String run) {
        return new Journal(run);
    }

    static Journal none() {
        return new Journal(null);
    }

    /** A statement on a history, with the journal's row of the step beside it. */
    String with(String historyStatement, PreparedStep step, String millis) {
        return run == null
                ? historyStatement
                : JournalSql.with(historyStatement, done(run, step.step(), step.position(), millis));
    }

    /** The journal's row of the step alone. */
    Optional<String> find(PreparedStep step, String millis) {
        return Optional.ofNullable(run)
                .map(each -> JournalSql.insert(done(each, step.step(), step.position(), millis)));
    }

    /**
     * A change of a history that is no step of a plan.
     *
     * @param version absent for a repeatable migration
     * @param what what was done, as words
     */
    record Deed(String module, @Nullable Version version, String description, String what) {}

    /** The rows of all that a run without a plan did, and its end. */
    List<String> told(String direction, List<Deed> deeds) {
        if (run == null) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        for (Deed deed : deeds) {
            statements.add(JournalSql.insert(new JournalStep(
                    run,
                    statements.size() + 1,
                    deed.module(),
                    Optional.ofNullable(deed.version()).map(Version::toString).orElse(null),
                    deed.description(),
                    direction,
                    "done",
                    "0",
                    null,
                    deed.what())));
        }
        statements.add(JournalSql.end(run, "done", null));
        return statements;
    }

    /** Ends a run that changes histories alone and has changed nothing. */
    void stopped(SqlSession session, Exception why, RunObserver observer) {
        try {
            session.send("ROLLBACK");
            if (run != null) {
                session.send(JournalSql.end(run, "stopped", sentence(why)));
            }
        } catch (StatementFailure e) {
            observer.journalNotKept(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String sentence(Exception why) {
        if (why instanceof ProblemException refusal) {
            Problem first = refusal.problems().get(0);
            return first.code().word() + ": " + first.message();
        }
        return why.getMessage();
    }

    /**
     * The rows of the steps that failed, and the end of the run.
     *
     * @param failures by the places of their steps in the plan, from 0
     */
    Optional<List<String>> findEnd(String outcome, SortedMap<Integer, Failure> failures) {
        if (run == null) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        failures.forEach((place, failure) -> {
            Step step = failure.step();
            statements.add(JournalSql.insert(new JournalStep(
                    run,
                    place + 1,
                    step.module(),
                    step.findVersion().map(Version::toString).orElse(null),
                    step.change().description(),
                    direction(step),
                    "failed",
                    "0",
                    failure.sqlState(),
                    failure.message())));
        });
        String message = failures.isEmpty()
                ? null
                : failures.values().stream()
                        .map(each -> each.code().word() + ": " + each.message())
                        .collect(Collectors.joining("; "));
        statements.add(JournalSql.end(run, outcome, message));
        return Optional.of(statements);
    }

    /** Says how a run of steps ended. What it did stays, whether that can still be told or not. */
    void end(SqlSession session, String outcome, SortedMap<Integer, Failure> failures, RunObserver observer) {
        Optional<List<String>> statements = findEnd(outcome, failures);
        if (statements.isEmpty()) {
            return;
        }
        try {
            session.send("DISCARD ALL");
            session.send(new SqlMessage().addAll(statements.get()));
        } catch (StatementFailure e) {
            // The run that comes next says of this one that it was broken off.
            observer.journalNotKept(String.valueOf(e.getMessage()));
        }
    }

    private static JournalStep done(String run, Step step, int position, String millis) {
        return new JournalStep(
                run,
                position,
                step.module(),
                step.findVersion().map(Version::toString).orElse(null),
                step.change().description(),
                direction(step),
                "done",
                millis,
                null,
                null);
    }

    private static String direction(Step step) {
        return step.recorded() ? "record" : step.direction().word();
    }
}
