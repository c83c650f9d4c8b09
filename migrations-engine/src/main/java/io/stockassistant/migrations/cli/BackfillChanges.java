package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Revision;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes something about backfills into the books, and says how they stand then. */
record BackfillChanges(MigrationsCommand root) {

    /** Something that is written into the books, and what to say then. */
    interface Change {
        String on(BackfillBooks books, Revision revision) throws SQLException;
    }

    int make(List<String> names, Change change) {
        try (Workspace workspace = root.openWorkspace()) {
            return make(workspace, BackfillNames.list(workspace, names), change);
        }
    }

    /** Where there are several, those that nobody has begun are passed over. */
    int make(Workspace workspace, List<Backfill> backfills, Change change) {
        return root.console().show(workspace.target().query(connection -> {
            BackfillBooks books = new BackfillBooks(connection);
            books.checkWritable();
            List<BackfillChanged.Entry> changed = new ArrayList<>();
            for (Backfill each : backfills) {
                if (books.find(each.revision()).isPresent()) {
                    String message = change.on(books, each.revision());
                    Optional<BackfillBook> book = books.find(each.revision());
                    changed.add(new BackfillChanged.Entry(book.orElseThrow(() -> notBegun(each)), message));
                } else if (backfills.size() == 1) {
                    throw notBegun(each);
                }
            }
            if (changed.isEmpty() && !backfills.isEmpty()) {
                throw notBegun(backfills.get(0));
            }
            return new BackfillChanged(changed);
        }));
    }

    private static RuntimeException notBegun(Backfill backfill) {
        return Problem.of(
                        ProblemCode.BACKFILL_PENDING,
                        backfill + " has not begun in this database.",
                        "migrations backfill run " + backfill)
                .asException();
    }
}
