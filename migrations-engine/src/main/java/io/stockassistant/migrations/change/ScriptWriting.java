package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One comparison while it goes on. */
final class ScriptWriting {

    private static final Kind[] ROUTINES = {Kind.FUNCTION, Kind.PROCEDURE, Kind.AGGREGATE};

    private final SchemaComparison comparison;
    private final SchemaDiff library;
    private final Extent extent;
    private final SchemasOnOneSide schemas;
    private final WorkingClone clone;
    private final Catalog goal;
    private final Catalog wanted;
    private final List<SchemaStatement> written = new ArrayList<>();

    ScriptWriting(SchemaComparison comparison, SchemaDiff library, Extent extent, WorkingClone clone, Catalog goal)
            throws SQLException {
        this.comparison = comparison;
        this.library = library;
        this.extent = extent;
        this.schemas = new SchemasOnOneSide(extent);
        this.clone = clone;
        this.goal = goal;
        this.wanted = SchemasOnOneSide.both(clone.holds(), goal);
    }

    /**
     * @param from the database of the clone
     * @param target to the other one
     */
    ChangeScript write(List<Rename> renames, ShadowDatabase from, ShadowDatabase to, Connection target)
            throws SQLException {
        run(schemas.made(target));
        run(NewExtensions.of(target));
        List<Rename> made = new ArrayList<>();
        for (Rename each : renames) {
            if (run(new RenamesByHint(each))) {
                made.add(each);
            }
        }
        Catalog renamed = clone.holds();
        List<LikelyRename> likely = LikelyRenames.between(renamed, wanted);
        run(new SameUnderAnotherName());
        while (run(new TypeSwap())) {
            // until no type is left to swap
        }
        run(new SerialAndIdentity());
        run(new NewIdentity());
        run(new SequenceOptions());
        run(new KeptExpression());
        run(new PoliciesInTheWay());
        Set<String> alike = makeAlike(target);
        Catalog now = clone.holds();
        MendedCasts casts = new MendedCasts(now, wanted);
        List<SchemaStatement> ordered = StatementOrder.of(library.statements(from, to, extent));
        List<SchemaStatement> shorter =
                NewColumnDefaults.atOnce(DetachedPartitions.withWhatTheyHave(ordered, now), wanted);
        List<SchemaStatement> late = StatementOrder.drops(shorter);
        acceptWithoutDetours(
                shorter.stream()
                        .filter(each -> !late.contains(each))
                        .map(each -> EnumValueInUse.judge(casts.mend(each), now, wanted))
                        .toList(),
                alike);
        run(new SequenceOptions());
        run(new Publications());
        run(new Leftovers());
        run(new Leftovers());
        accept(late);
        run(new CountOn(renamed));
        run(schemas.dropped(goal));
        return new ChangeScript(
                withBodiesUnchecked(Hazards.of(written, renamed, wanted)),
                comparison.differences(clone.connection(), clone.holds(), target, goal),
                made,
                likely);
    }

    private boolean run(Pass pass) throws SQLException {
        List<SchemaStatement> statements =
                pass.statements(new Stage(clone.connection(), extent, clone.holds(), wanted));
        accept(statements);
        return !statements.isEmpty();
    }

    private void accept(List<SchemaStatement> statements) throws SQLException {
        clone.execute(statements);
        written.addAll(statements);
    }

    /** The library is careful: it drops and makes again what the server carries along by itself. */
    private void acceptWithoutDetours(List<SchemaStatement> statements, Set<String> alike) throws SQLException {
        int all = statements.size();
        for (Set<Kind> kinds : Detours.ATTEMPTS) {
            List<SchemaStatement> shorter = Detours.without(statements, kinds, alike, clone.holds(), wanted);
            if (shorter.size() < all
                    && shorter.stream().allMatch(SchemaStatement::transactional)
                    && clone.executesAll(shorter)) {
                written.addAll(shorter);
                return;
            }
        }
        accept(statements);
    }

    /**
     * What only looks different to the library is made to look alike, here in the clone alone. Not all of it can be: the
     * names of these objects, too, are given back.
     */
    private Set<String> makeAlike(Connection target) throws SQLException {
        Catalog now = clone.holds();
        Set<Difference> real = Set.copyOf(comparison.differences(clone.connection(), now, target, wanted));
        Set<String> different = real.stream().map(Difference::object).collect(Collectors.toSet());
        List<Difference> apparent = wanted.differences(now).stream()
                .filter(each -> !real.contains(each))
                .toList();
        clone.execute(LooksAlike.statements(apparent, now));
        return apparent.stream()
                .map(Difference::object)
                .filter(each -> !different.contains(each))
                .collect(Collectors.toSet());
    }

    private List<SchemaStatement> withBodiesUnchecked(List<SchemaStatement> statements) {
        boolean routines = statements.stream()
                .anyMatch(each -> List.of(ROUTINES).contains(each.kind()) && each.action() != Action.DROP);
        if (!routines) {
            return statements;
        }
        // Bodies may speak of what comes later; the server checks them when they run.
        List<SchemaStatement> all = new ArrayList<>();
        all.add(SchemaStatement.of(Action.NONE, Kind.OTHER, "", "SET LOCAL check_function_bodies = off"));
        all.addAll(statements);
        all.add(SchemaStatement.of(Action.NONE, Kind.OTHER, "", "RESET check_function_bodies"));
        return all;
    }
}
