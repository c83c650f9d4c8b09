package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.Extent;
import io.stockassistant.migrations.change.RefusedStatementException;
import io.stockassistant.migrations.change.Rename;
import io.stockassistant.migrations.change.SchemaComparison;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a layout where nobody works, to see what is there between its parts: only from there the way back of a part can
 * be written.
 */
final class Trial implements AutoCloseable {

    private final Extent extent;
    private final SchemaComparison comparison;
    private final Shadow shadow;
    private final ShadowDatabase from;
    private final ShadowDatabase work;
    private final List<ShadowDatabase> between = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();

    /** A part of which the way back may not be written yet. */
    private record Draft(
            Place place,
            List<SchemaStatement> upgrade,
            @Nullable List<SchemaStatement> downgrade) {}

    Trial(SchemaComparison comparison, ShadowDatabase from) {
        this.shadow = comparison.shadow();
        this.extent = comparison.extent();
        this.comparison = comparison;
        this.from = from;
        this.work = shadow.cloneOf(from);
    }

    /**
     * The parts of a layout.
     *
     * @throws RefusedStatementException if the server refuses a statement of an upgrade
     */
    List<Part> parts(Layout layout, ShadowDatabase to, List<Rename> renames)
            throws SQLException, RefusedStatementException {
        for (List<SchemaStatement> piece : Transactions.cut(layout.main())) {
            upgrade(new Draft(Place.MAIN, piece, null));
        }
        Catalog settled = comparison.read(work);
        Catalog wanted = comparison.read(to);
        for (Place place : List.of(Place.VALIDATION, Place.INDEXES, Place.REFERENCES, Place.VALIDATION_OF_REFERENCES)) {
            List<Safer> forms = layout.at(place);
            if (place == Place.REFERENCES) {
                upgrade(new Draft(place, RoutineBodies.unchecked(layout.references()), null));
            } else {
                upgrade(new Draft(
                        place, Layout.upgrade(forms, settled, wanted), Layout.downgrade(forms, settled, wanted)));
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            List<SchemaStatement> downgrade = draft.downgrade();
            if (downgrade == null) {
                downgrade = back(i, layout.backOf(draft.upgrade()), i == 0 ? Rename.back(renames) : List.of());
            }
            parts.add(new Part(suffix(i), Transactions.fitIntoOne(draft.upgrade()), draft.upgrade(), downgrade));
        }
        return parts;
    }

    /** @param first what the way back begins with */
    private List<SchemaStatement> back(int part, List<SchemaStatement> first, List<Rename> renames)
            throws SQLException, RefusedStatementException {
        if (first.isEmpty()) {
            return Transactions.inOneFile(
                    comparison.script(after(part), before(part), renames).statements());
        }
        try (ShadowDatabase begun = shadow.cloneOf(after(part))) {
            run(begun, first);
            List<SchemaStatement> all = new ArrayList<>(first);
            all.addAll(comparison.script(begun, before(part), renames).statements());
            return Transactions.inOneFile(all);
        }
    }

    /**
     * Whether the parts, which have been run by now, lead where they should, and their ways back too.
     *
     * @throws RefusedStatementException if the server refuses a statement of a downgrade
     */
    boolean isExact(List<Part> parts, ShadowDatabase to, ChangeScript script)
            throws SQLException, RefusedStatementException {
        if (!comparison.differences(work, to).equals(script.unresolved())) {
            return false;
        }
        for (int i = parts.size() - 1; i >= 0; i--) {
            run(work, parts.get(i).downgrade());
            if (!comparison.differences(work, before(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void upgrade(Draft draft) throws SQLException, RefusedStatementException {
        if (draft.upgrade().isEmpty()) {
            return;
        }
        if (!drafts.isEmpty()) {
            between.add(shadow.cloneOf(work));
        }
        drafts.add(draft);
        run(work, draft.upgrade());
        if (!Transactions.fitIntoOne(draft.upgrade())) {
            run(work, draft.upgrade()); // as after a failure at its end
        }
    }

    private void run(ShadowDatabase database, List<SchemaStatement> statements)
            throws SQLException, RefusedStatementException {
        try (Connection connection = database.open("rollout")) {
            PartRun.run(connection, extent, statements);
        }
    }

    private ShadowDatabase before(int part) {
        return part == 0 ? from : between.get(part - 1);
    }

    private ShadowDatabase after(int part) {
        return part == between.size() ? work : between.get(part);
    }

    private String suffix(int part) {
        if (part == 0) {
            return "";
        }
        boolean main = drafts.get(part).place() == Place.MAIN;
        return main
                ? "continued" + (part == 1 ? "" : " " + part)
                : drafts.get(part).place().suffix();
    }

    @Override
    public void close() {
        between.forEach(ShadowDatabase::close);
        work.close();
    }
}
