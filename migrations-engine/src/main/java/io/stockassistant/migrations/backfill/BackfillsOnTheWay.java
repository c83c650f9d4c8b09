package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.ConnectionSource;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.apply.FileValidation;
import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.apply.StepGuard;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillReader;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
    private final Interruption interruption;
    private final Set<Revision> complete = new HashSet<>();
    private final Set<Revision> waiting = new HashSet<>();

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
        this.interruption = interruption;
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
                    .filter(each -> isReached(each, histories) && isReady(each, histories))
                    .forEach(each -> complete.add(each.revision()));
        }
    }

    @Override
    public Optional<Failure> before(Step step) throws SQLException {
        if (step.direction() == Direction.DOWN) {
            forgetAfter(step);
            return Optional.empty();
        }
        List<Backfill> needed =
                step.change() instanceof Migration each ? migrations.listBackfillsNeededBy(each) : List.of();
        List<Backfill> due = new ArrayList<>(migrations.listBackfills(step.module()).stream()
                .filter(each -> step.findVersion()
                        .filter(version -> each.version().compareTo(version) > 0)
                        .isEmpty())
                .toList());
        needed.stream().filter(each -> !due.contains(each)).forEach(due::add);
        settle(due);
        return needed.stream()
                .filter(each -> !complete.contains(each.revision()))
                .findFirst()
                .map(each -> pending(step, each));
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
            reached = all.stream().filter(each -> isReached(each, histories)).toList();
        }
        settle(reached);
        return reached.stream()
                .filter(each -> !complete.contains(each.revision()))
                .toList();
    }

    private boolean isReached(Backfill backfill, Histories histories) {
        Optional<Version> current = histories.of(backfill.module()).findCurrent();
        return current.filter(each -> each.compareTo(backfill.version()) > 0).isPresent()
                || migrations.list(backfill.module()).stream().allMatch(histories::holds);
    }

    private void settle(List<Backfill> due) throws SQLException {
        List<Backfill> open = due.stream()
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
            Histories histories =
                    HistoryReader.read(connection, migrations.modules().list());
            connection.setAutoCommit(false);
            for (Backfill each : open) {
                if (complete.contains(each.revision()) || !isReady(each, histories)) {
                    continue;
                }
                boolean begun = books.stream().anyMatch(book -> book.revision().equals(each.revision()));
                boolean rows = new RowsLeft(script(each), schema(each)).maySomeBeIn(connection);
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
            run(each);
        }
    }

    private void run(Backfill backfill) throws SQLException {
        BackfillBook book = new BackfillRun(
                        connections,
                        script(backfill),
                        schema(backfill),
                        BackfillSettings.DEFAULTS,
                        new BackfillObserver() {},
                        interruption)
                .run();
        if (book.state() == BackfillState.COMPLETE
                || (handling == Handling.REHEARSE && book.state() == BackfillState.FAILED)) {
            complete.add(backfill.revision());
        } else {
            waiting.add(backfill.revision());
        }
    }

    /** Whether all migrations are there that have to be there before it. */
    private boolean isReady(Backfill backfill, Histories histories) {
        return migrations.listNeededBy(backfill).stream().allMatch(histories::holds);
    }

    /** What was built on what is undone now has to be done again when that is there again. */
    private void forgetAfter(Step step) throws SQLException {
        Version undone = step.findVersion().orElseThrow();
        List<Backfill> after = migrations.listBackfills(step.module()).stream()
                .filter(each -> each.version().compareTo(undone) > 0)
                .toList();
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

    private static Failure pending(Step step, Backfill backfill) {
        return Failure.beforeStep(
                step,
                ProblemCode.BACKFILL_PENDING,
                step.name() + " depends on the backfill " + backfill + ", which is not complete.",
                "migrations backfill run " + backfill + "; then repeat the command, or let it run the backfill:"
                        + " migrations upgrade --with-backfills");
    }

    private BackfillScript script(Backfill backfill) {
        Module module = migrations.modules().get(backfill.module());
        return new BackfillReader(module, migrations.placeholders().of(module)).read(backfill);
    }

    private String schema(Backfill backfill) {
        return migrations.modules().get(backfill.module()).schema();
    }
}
