package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.ConnectionSource;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.apply.FileValidation;
import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.apply.StepGuard;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.plan.BackfillOrder;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The backfills that a run meets between its steps, each at its place in the order of versions. One that finds no row to
 * do is complete there and then; another one is run if that is wanted, and otherwise what depends on it has to wait.
 */
public final class BackfillsOnTheWay implements StepGuard {

    private final ConnectionSource connections;
    private final Migrations migrations;
    private final Handling handling;
    private final PlainRuns runs;
    private final BackfillOrder order;
    private final Set<Revision> complete = new HashSet<>();
    private final Set<Revision> waiting = new HashSet<>();
    private final Map<Revision, BackfillState> states = new HashMap<>();

    /** What becomes of those that have rows to do. */
    public enum Handling {
        /** They are left to somebody else. */
        LEAVE,
        /** They are run, however long that takes. */
        RUN,
        /** They are run, and rows that cannot be done, or are left, hold up nobody: such rows were made up. */
        REHEARSE
    }

    public BackfillsOnTheWay(
            ConnectionSource connections, Migrations migrations, Handling handling, Interruption interruption) {
        this.connections = connections;
        this.migrations = migrations;
        this.handling = handling;
        this.runs = new PlainRuns(connections, migrations, interruption);
        this.order = new BackfillOrder(migrations);
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException with everything that is wrong with their files */
    public void checkFiles() {
        ProblemException.throwIfAny(migrations.modules().list().stream()
                .flatMap(each -> FileValidation.problemsOfBackfills(migrations, each).stream())
                .toList());
    }

    /** What the database was like when the run began: it need not be asked again for what is complete. */
    public void saw(Histories histories) {
        complete.addAll(histories.completeBackfills());
        if (handling == Handling.REHEARSE) {
            // The run before this one has met them; their table may be gone by now.
            migrations.modules().list().stream()
                    .flatMap(each -> migrations.listBackfills(each.name()).stream())
                    .filter(each ->
                            order.isReached(each, histories, Set.of()) && order.isReady(each, histories, Set.of()))
                    .forEach(each -> complete.add(each.revision()));
        }
    }

    @Override
    public Optional<Failure> before(Step step) throws SQLException {
        if (step.direction() == Direction.DOWN) {
            forgetAfter(step);
            return Optional.empty();
        }
        settle(order.listDueBefore(step));
        return order.listNeededBy(step).stream()
                .filter(each -> !complete.contains(each.revision()))
                .findFirst()
                .map(each -> new StepThatWaits(step, each)
                        .failure(states.getOrDefault(each.revision(), BackfillState.PENDING)));
    }

    /**
     * The same for what no step comes after, in modules that have come as far as that.
     *
     * @param modules by name
     * @return those that are not complete
     */
    public List<Backfill> settleTheRest(Collection<String> modules) throws SQLException {
        List<Backfill> all = modules.stream()
                .flatMap(each -> migrations.listBackfills(each).stream())
                .filter(each -> !complete.contains(each.revision()))
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Backfill> reached;
        try (Connection connection = connections.open("backfill")) {
            Histories histories =
                    HistoryReader.read(connection, migrations.modules().list());
            reached = all.stream()
                    .filter(each -> order.isReached(each, histories, Set.of()))
                    .toList();
        }
        settle(reached);
        return reached.stream()
                .filter(each -> !complete.contains(each.revision()))
                .toList();
    }

    private void settle(List<Backfill> due) throws SQLException {
        List<Backfill> open = order.listWithNeeded(due).stream()
                .filter(each -> !complete.contains(each.revision()) && !waiting.contains(each.revision()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        List<Backfill> toRun = new ArrayList<>();
        try (Connection connection = connections.open("backfill")) {
            List<BackfillBook> books = new BackfillBooks(connection).list();
            books.stream()
                    .filter(each -> each.state() == BackfillState.COMPLETE)
                    .forEach(each -> complete.add(each.revision()));
            books.forEach(each -> states.put(each.revision(), each.state()));
            Histories histories =
                    HistoryReader.read(connection, migrations.modules().list());
            connection.setAutoCommit(false);
            for (Backfill each : open) {
                if (complete.contains(each.revision()) || !order.isReady(each, histories, Set.of())) {
                    continue;
                }
                boolean begun = books.stream().anyMatch(book -> book.revision().equals(each.revision()));
                boolean rows = runs.mayHaveRows(connection, each);
                if (!rows && handling == Handling.REHEARSE) {
                    complete.add(each.revision()); // nobody reads the books of what is thrown away
                } else if (handling != Handling.LEAVE || (!rows && !begun)) {
                    toRun.add(each);
                } else {
                    waiting.add(each.revision());
                }
            }
        }
        for (Backfill each : toRun) {
            if (migrations.listBackfillsNeededBy(each).stream()
                    .allMatch(needed -> complete.contains(needed.revision()))) {
                run(each);
            } else {
                waiting.add(each.revision());
            }
        }
    }

    private void run(Backfill backfill) throws SQLException {
        BackfillBook book = runs.run(backfill);
        if (book.state() == BackfillState.COMPLETE
                || (handling == Handling.REHEARSE && book.state() == BackfillState.FAILED)) {
            complete.add(backfill.revision());
        } else {
            waiting.add(backfill.revision());
        }
        states.put(backfill.revision(), book.state());
    }

    /** What was built on what is undone now has to be done again when that is there again. */
    private void forgetAfter(Step step) throws SQLException {
        List<Backfill> after = order.listBuiltOn(step);
        if (after.isEmpty()) {
            return;
        }
        try (Connection connection = connections.open("backfill")) {
            BackfillBooks books = new BackfillBooks(connection);
            for (BackfillBook book : books.list()) {
                if (after.stream().anyMatch(each -> each.revision().equals(book.revision()))) {
                    books.forget(book.revision());
                }
            }
        }
    }
}
