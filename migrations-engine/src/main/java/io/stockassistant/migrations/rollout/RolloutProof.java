package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.change.Extent;
import io.stockassistant.migrations.change.ExtentRows;
import io.stockassistant.migrations.change.LostValues;
import io.stockassistant.migrations.change.RefusedStatementException;
import io.stockassistant.migrations.change.Rename;
import io.stockassistant.migrations.change.SchemaComparison;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.ScriptProof;
import io.stockassistant.migrations.change.SurvivingRows;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs parts up and down where there are rows, and looks at what is left. */
public final class RolloutProof {

    private final Shadow shadow;
    private final Extent extent;
    private final SchemaComparison comparison;

    /** @param comparison of the two ends of rollouts */
    public RolloutProof(SchemaComparison comparison) {
        this.shadow = comparison.shadow();
        this.extent = comparison.extent();
        this.comparison = comparison;
    }

    /**
     * Runs all upgrades and then all downgrades on a clone of where they begin, filled with rows; for the way back every
     * table gets some more.
     *
     * @param renames those that the upgrades make, for the comparison of rows
     * @throws io.stockassistant.migrations.change.BrokenScriptException if the server refuses a statement for another
     *     reason than the rows
     */
    public ProvenRollout run(ShadowDatabase from, ShadowDatabase to, List<Part> parts, List<Rename> renames)
            throws SQLException {
        try (ShadowDatabase work = shadow.cloneOf(from)) {
            return new Run(work, from, parts).prove(to, renames);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static <T> T connected(ShadowDatabase database, Work<T> work) throws SQLException {
        try (Connection connection = database.open("proof")) {
            return work.on(connection);
        }
    }

    /** One proof while it goes on. */
    private final class Run {

        private final ShadowDatabase work;
        private final List<Part> parts;
        /** What there was before each part. */
        private final List<ShadowDatabase> before = new ArrayList<>();

        private List<ScriptProof.Refusal> refusals = new ArrayList<>();

        Run(ShadowDatabase work, ShadowDatabase from, List<Part> parts) {
            this.work = work;
            this.parts = parts;
            before.add(from);
        }

        ProvenRollout prove(ShadowDatabase to, List<Rename> renames) throws SQLException {
            try {
                ScriptProof there = direction(Part::upgrade, renames, () -> {
                    for (int i = 0; i < parts.size(); i++) {
                        if (i > 0) {
                            before.add(shadow.cloneOf(work));
                        }
                        carryOut(parts.get(i).upgrade());
                    }
                    return comparison.differences(work, to);
                });
                ScriptProof back = direction(Part::downgrade, Rename.back(renames), () -> {
                    List<Difference> differences = new ArrayList<>();
                    for (int i = parts.size() - 1; i >= 0; i--) {
                        carryOut(parts.get(i).downgrade());
                        differences.addAll(comparison.differences(work, before.get(i)));
                    }
                    return differences;
                });
                return new ProvenRollout(there, back);
            } finally {
                before.subList(1, before.size()).forEach(ShadowDatabase::close);
            }
        }

        private interface Direction {
            List<Difference> differencesAfter() throws SQLException;
        }

        private ScriptProof direction(
                Function<Part, List<SchemaStatement>> statements, List<Rename> renames, Direction direction)
                throws SQLException {
            refusals = new ArrayList<>();
            List<String> withoutRows = connected(work, connection -> ExtentRows.fill(connection, extent));
            Contents rows = connected(work, connection -> ExtentRows.read(connection, extent));
            List<Difference> differences = direction.differencesAfter();
            List<LostValues> lost = refusals.isEmpty()
                    ? SurvivingRows.lost(
                            rows,
                            connected(work, connection -> ExtentRows.read(connection, extent)),
                            renames,
                            parts.stream()
                                    .flatMap(each -> statements.apply(each).stream())
                                    .toList())
                    : List.of();
            return new ScriptProof(differences, withoutRows, refusals, lost);
        }

        /** Without the rows that a statement refuses, the rest can still be proven. */
        private void carryOut(List<SchemaStatement> statements) throws SQLException {
            try (Connection connection = work.open("proof")) {
                for (int i = 0; i <= statements.size(); i++) {
                    try {
                        PartRun.run(connection, extent, statements);
                        return;
                    } catch (RefusedStatementException e) {
                        if (!e.isByRows()) {
                            throw e.broken();
                        }
                        refusals.add(e.finding());
                        ExtentRows.remove(connection, extent);
                    }
                }
            }
        }
    }
}
