package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.script.BackfillScript;
import java.sql.SQLException;
import java.util.Map;

/** Ends a backfill of which nothing is left to do, after a look whether that is so. */
final class Ending {

    private static final int MOST_PASSES = 3;

    private final Statements statements;
    private final BackfillScript script;
    private final TableLookup lookup;
    private final BookEntry book;
    private final Batches batches;
    private final Failures failures;

    Ending(Statements statements, Task task) {
        this.statements = statements;
        this.script = task.script();
        this.lookup = new TableLookup(statements.connection(), task.script());
        this.book = new BookEntry(statements, script.backfill());
        this.batches = new Batches(statements, script.backfill());
        this.failures = new Failures(statements, script.backfill().revision());
    }

    /** Called where no batch is free. Ends the transaction. */
    Worker.Turn end() throws SQLException {
        if (book.lock() != BackfillState.RUNNING) {
            statements.connection().rollback();
            return Worker.Turn.OVER;
        }
        if (batches.isAnyLeft()) {
            statements.connection().rollback();
            return Worker.Turn.NOTHING_FREE;
        }
        boolean failed = failures.areUnresolved();
        TableLookup.Found found = lookup.lookUp(); // partitions come and go
        boolean left = isLeft(found.table(), failed, found.isByPartition());
        if (left && book.passes() < MOST_PASSES) {
            book.setPasses(book.passes() + 1);
            new Walk(statements, batches, found).begin();
            statements.connection().commit();
            return Worker.Turn.CUT;
        }
        book.set(
                left || failed ? BackfillState.FAILED : BackfillState.COMPLETE,
                left ? "Rows are left to do after it has walked through the table " + MOST_PASSES + " times." : null);
        SessionSettings.waitForDisk(statements); // for this, and so for all that was done before
        statements.connection().commit();
        return Worker.Turn.OVER;
    }

    /** A check of the file's own does not know of failures: as many rows as were resolved may be left. */
    private boolean isLeft(KeyTable table, boolean failed, boolean byPartition) throws SQLException {
        if (script.findCheck().isPresent()) {
            String check =
                    script.findCheck().get().with(Map.of("table", table.name(), "todo", "(" + table.todo() + ")"));
            long resolved = failures.countSettled();
            return !failed
                    && statements.number("SELECT count(*) FROM (SELECT FROM (" + check + "\n) AS found LIMIT "
                                    + (resolved + 1) + ") AS left_over")
                            > resolved;
        }
        return script.header().findTodo().isPresent()
                && statements.isTrue(table.isLeft(failures.settledKeys(), byPartition));
    }
}
