package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** How a run ended. */
public sealed interface ApplyReport {

    /** The plan that was carried out. */
    Plan plan();

    /** The steps that are in the database now, in the order of the plan. */
    List<DoneStep> done();

    /** From the beginning of the first step to the end of the last one; side by side, steps take longer together. */
    Duration duration();

    /** A step that ran, and how long it took, its history row included. */
    record DoneStep(Step step, Duration duration) {}

    /** Every step ran. */
    record Applied(Plan plan, List<DoneStep> done, Duration duration) implements ApplyReport {
        public Applied {
            done = List.copyOf(done);
        }
    }

    /** The database was where the target is; nothing was written. */
    record NothingToDo(Plan plan) implements ApplyReport {
        @Override
        public List<DoneStep> done() {
            return List.of();
        }

        @Override
        public Duration duration() {
            return Duration.ZERO;
        }
    }

    /**
     * A step failed, or the run was interrupted. What is done is in the database; nothing else has begun, or it was
     * rolled back.
     *
     * @param failure what went wrong with the first step that did not end
     * @param alsoFailed what went wrong with others, which ran at the same time
     */
    record Stopped(Plan plan, List<DoneStep> done, Failure failure, List<Failure> alsoFailed, Duration duration)
            implements ApplyReport {
        public Stopped {
            done = List.copyOf(done);
            alsoFailed = List.copyOf(alsoFailed);
        }

        /** The same with another reason. */
        public Stopped with(Failure other) {
            return new Stopped(plan, done, other, alsoFailed, duration);
        }

        /** The steps that are not in the database and did not fail. */
        public List<Step> notReached() {
            Set<Step> reached = Collections.newSetFromMap(new IdentityHashMap<>());
            done.forEach(each -> reached.add(each.step()));
            reached.add(failure.step());
            alsoFailed.forEach(each -> reached.add(each.step()));
            return plan.steps().stream().filter(each -> !reached.contains(each)).toList();
        }
    }
}
