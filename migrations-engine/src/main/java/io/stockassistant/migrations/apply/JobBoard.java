package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.apply.ApplyReport.DoneStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where jobs get their steps from, and say what came of them. For any thread. */
final class JobBoard {

    private final Schedule schedule;
    private final SortedMap<Integer, DoneStep> done = new TreeMap<>();
    private final SortedMap<Integer, Failure> failures = new TreeMap<>();
    private @Nullable Throwable broken;

    JobBoard(Schedule schedule) {
        this.schedule = schedule;
    }

    /** The place of a step to carry out; waits until one can begin. None when all are done or one has failed. */
    synchronized OptionalInt take() {
        boolean interrupted = false;
        try {
            while (!isOver()) {
                OptionalInt next = schedule.begin();
                if (next.isPresent()) {
                    return next;
                }
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true; // whoever asked for that also asked the run to end: see Interruption
                }
            }
            return OptionalInt.empty();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    synchronized boolean isOver() {
        return schedule.isDone() || !failures.isEmpty() || broken != null;
    }

    synchronized void done(int place, DoneStep step) {
        done.put(place, step);
        schedule.end(place);
        notifyAll();
    }

    /** Nothing more begins. */
    synchronized void failed(int place, Failure failure) {
        failures.put(place, failure);
        notifyAll();
    }

    /** A job has ended in a way that nobody has foreseen. */
    synchronized void broken(Throwable thrown) {
        if (broken == null) {
            broken = thrown;
        }
        notifyAll();
    }

    synchronized Optional<Throwable> findBroken() {
        return Optional.ofNullable(broken);
    }

    /** In the order of the plan. */
    synchronized List<DoneStep> listDone() {
        return new ArrayList<>(done.values());
    }

    /** By the places of their steps. */
    synchronized SortedMap<Integer, Failure> failures() {
        return new TreeMap<>(failures);
    }
}
