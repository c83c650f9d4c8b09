package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.backfill.BackfillState;
import io.stockassistant.migrations.backfill.RowsToDo;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.PlannedBackfill;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A backfill at its place in a plan, and what will become of it there. */
record BackfillInPlan(PlannedBackfill planned, Optional<BackfillBook> book, RowsToDo rows, Outcome outcome) {

    /** What becomes of a backfill that a plan meets. */
    enum Outcome {
        COMPLETES("no row to do: complete at once"),
        RUNS("is run, if it finds rows to do"),
        LEFT("rows to do: left to 'migrations backfill run'"),
        UNKNOWN("complete at once, if it finds no row to do then"),
        FORGOTTEN("its books are forgotten");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Looks into the books, and into the tables as far as these are there.
     *
     * @param wanted whether backfills are run on the way
     */
    static List<BackfillInPlan> list(
            List<PlannedBackfill> planned,
            Direction direction,
            boolean wanted,
            Workspace workspace,
            Connection connection)
            throws SQLException {
        List<BackfillBook> books = planned.isEmpty() ? List.of() : new BackfillBooks(connection).list();
        List<BackfillInPlan> list = new ArrayList<>();
        for (PlannedBackfill each : planned) {
            Optional<BackfillBook> book = books.stream()
                    .filter(known -> known.revision().equals(each.backfill().revision()))
                    .findFirst();
            RowsToDo rows = direction == Direction.UP && each.ready()
                    ? rows(each.backfill(), workspace, connection)
                    : RowsToDo.UNKNOWN;
            list.add(new BackfillInPlan(
                    each, book, rows, outcome(direction, wanted && !isPaused(book), book.isPresent(), rows)));
        }
        return list;
    }

    private static RowsToDo rows(Backfill backfill, Workspace workspace, Connection connection) throws SQLException {
        var module = workspace.modules().get(backfill.module());
        return RowsToDo.of(
                connection,
                new BackfillReader(module, workspace.placeholders().of(module)).read(backfill),
                module.schema());
    }

    private static boolean isPaused(Optional<BackfillBook> book) {
        return book.filter(each -> each.state() == BackfillState.PAUSED).isPresent();
    }

    private static Outcome outcome(Direction direction, boolean wanted, boolean begun, RowsToDo rows) {
        if (direction == Direction.DOWN) {
            return Outcome.FORGOTTEN;
        }
        return rows == RowsToDo.NONE && !begun
                ? Outcome.COMPLETES
                : wanted ? Outcome.RUNS : begun || rows == RowsToDo.SOME ? Outcome.LEFT : Outcome.UNKNOWN;
    }

    boolean isBefore(Step step) {
        return planned.findBefore().filter(step::equals).isPresent();
    }

    /** What stops an upgrade, or may stop it. */
    Optional<String> findWarning() {
        return planned.waiting().stream().findFirst().flatMap(each -> switch (outcome) {
            case LEFT ->
                Optional.of(each.name() + " waits for the backfill " + planned.backfill()
                        + ", which is not complete: an upgrade stops before it (backfill-pending). First: migrations"
                        + " backfill run " + planned.backfill() + "; or: migrations upgrade --with-backfills");
            case UNKNOWN ->
                Optional.of(each.name() + " waits for the backfill " + planned.backfill()
                        + ": if that finds rows to do then, an upgrade stops before it (backfill-pending), unless it"
                        + " runs it: migrations upgrade --with-backfills");
            case COMPLETES, RUNS, FORGOTTEN -> Optional.empty();
        });
    }

    List<String> row() {
        Backfill backfill = planned.backfill();
        return List.of("backfill", backfill.toString(), backfill.description(), "in batches", outcome.words);
    }

    Map<String, Object> json() {
        Map<String, Object> members = BackfillTexts.json(planned.backfill(), book);
        members.put("before", planned.findBefore().map(Step::name));
        members.put("waiting", planned.waiting().stream().map(Step::name).toList());
        members.put("rowsToDo", rows.word());
        members.put("outcome", outcome.word());
        return members;
    }
}
