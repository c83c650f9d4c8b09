package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.ScriptFile;
import io.stockassistant.migrations.script.SqlFile;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Takes a migration up, down and up again, and compares what is there before and after. */
final class UpAndDown {

    private final Line line;
    private final Protocol protocol;
    private final Rows rows;

    UpAndDown(Line line, Protocol protocol, Rows rows) {
        this.line = line;
        this.protocol = protocol;
        this.rows = rows;
    }

    /** @return whether the line can go on after it */
    boolean prove(Step up, Migration migration) throws SQLException {
        Optional<String> noWayBack = findReason(migration);
        Catalog before = noWayBack.isPresent() ? new Catalog(List.of()) : line.catalog();
        rows.fill(line);
        Optional<Failure> failure = line.go(List.of(up));
        if (failure.isPresent()) {
            return goOnWithoutRows(up, migration, failure.get());
        }
        if (noWayBack.isPresent()) {
            protocol.skipped(Skipped.of(migration, noWayBack.get()));
            return true;
        }
        int found = protocol.findings();
        downAndUp(up, migration, before);
        if (protocol.findings() == found) {
            protocol.proved(migration);
            return true;
        }
        Optional<Failure> again = line.restart();
        again.ifPresent(each -> protocol.failed(each, "when what had run before was built again"));
        return again.isEmpty();
    }

    /** If rows alone were in the way, everything else can be proven all the same. */
    private boolean goOnWithoutRows(Step up, Migration migration, Failure failure) throws SQLException {
        if (rows == Rows.NONE || failure.code() == ProblemCode.INTERRUPTED) {
            protocol.failed(failure, "on its way up");
            return false;
        }
        if (line.restart().isPresent() || !new UpAndDown(line, protocol, Rows.NONE).prove(up, migration)) {
            return false;
        }
        protocol.failed(
                failure.withRemedy("Let it run whatever rows there are. If none like these can be there, and it runs"
                        + " without --with-rows, nothing is to be done."),
                "on its way up because of the rows in the tables, and runs without them");
        return true;
    }

    private void downAndUp(Step up, Migration migration, Catalog before) throws SQLException {
        Catalog after = line.catalog();
        rows.beforeUndo(line, migration);
        Optional<Failure> down = line.tryOut(List.of(Step.run(migration, Direction.DOWN, "is proven")));
        if (down.isPresent()) {
            protocol.failed(down.get(), "on its way down");
            return;
        }
        List<Difference> undone = line.differences(before);
        if (!undone.isEmpty()) {
            protocol.found(undoDiffers(migration), undone);
            return; // what is left behind may be in the way, which is no finding of its own
        }
        rows.afterUndo(line, migration);
        Optional<Failure> again = line.tryOut(List.of(up));
        if (again.isPresent()) {
            protocol.failed(again.get(), "on its way up after it had been undone");
            return;
        }
        List<Difference> redone = line.differences(after);
        if (!redone.isEmpty()) {
            protocol.found(redoDiffers(migration), redone);
        }
        rows.afterRedo(line, migration);
    }

    private static Optional<String> findReason(Migration migration) {
        if (migration.isBaseline()) {
            return Optional.of("a baseline has no way back");
        }
        Optional<ScriptFile> downgrade = migration.findDowngrade();
        Optional<String> irreversible = downgrade
                .orElse(migration.upgrade())
                .header()
                .findIrreversible()
                .map(why -> "irreversible: " + why);
        return irreversible.or(
                () -> downgrade.isEmpty() ? Optional.of("there is no way back: no U file") : Optional.empty());
    }

    private static Problem undoDiffers(Migration migration) {
        ScriptFile down = migration.findDowngrade().orElseThrow();
        boolean isSql = down instanceof SqlFile;
        return problem(
                ProblemCode.UNDO_DIFFERS,
                migration,
                down,
                "After " + migration + " has gone up and down, the database is not what it was before.",
                "Let " + down.place(null) + " take back what "
                        + migration.upgrade().place(null) + " does"
                        + (isSql ? ", or say in it why it cannot: -- irreversible: REASON" : "."));
    }

    private static Problem redoDiffers(Migration migration) {
        return problem(
                ProblemCode.REPLAY_DIFFERS,
                migration,
                migration.upgrade(),
                "After " + migration
                        + " has gone up, down and up again, the database is not what it was the first time.",
                "Let " + migration.upgrade().place(null) + " make the same wherever it runs.");
    }

    private static Problem problem(
            ProblemCode code, Migration migration, ScriptFile file, String message, String remedy) {
        return new Problem(code, migration.module(), migration.version().toString(), file.path(), message, remedy);
    }
}
