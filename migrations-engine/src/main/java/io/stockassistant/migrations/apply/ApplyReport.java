package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.time.Duration;
import java.util.List;

/** How a run ended. */
public sealed interface ApplyReport {

    /** The plan that was carried out. */
    Plan plan();

    /** The steps that are in the database now, in the order in which they ran. */
    List<DoneStep> done();

    /** A step that ran, and how long it took, its history row included. */
    record DoneStep(Step step, Duration duration) {}

    /** Every step ran. */
    record Applied(Plan plan, List<DoneStep> done) implements ApplyReport {
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
    }

    /**
     * A step failed, or the run was interrupted. The steps before it are in the database, the ones after it are not.
     *
     * @param failure what went wrong with the step that did not end
     */
    record Stopped(Plan plan, List<DoneStep> done, Failure failure) implements ApplyReport {
        public Stopped {
            done = List.copyOf(done);
        }

        /** The steps after the failed one. */
        public List<Step> notReached() {
            return plan.steps()
                    .subList(
                            Math.min(done.size() + 1, plan.steps().size()),
                            plan.steps().size());
        }
    }
}
