package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Rereading;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the way from one schema to another. Each pass looks at what the ones before it made of a clone, so that none
 * needs to know of the others, and what the last one leaves is what nobody could do.
 */
public final class SchemaComparison {

    private static final Kind[] ROUTINES = {Kind.FUNCTION, Kind.PROCEDURE, Kind.AGGREGATE};

    private final Shadow shadow;
    private final SchemaDiff library;
    private final ModuleSchema schema;

    public SchemaComparison(Shadow shadow, SchemaDiff library, ModuleSchema schema) {
        this.shadow = shadow;
        this.library = library;
        this.schema = schema;
    }

    /** In what one schema really differs from another. */
    public List<Difference> differences(ShadowDatabase from, ShadowDatabase to) throws SQLException {
        try (Connection one = from.open("compare");
                Connection other = to.open("compare")) {
            return differences(one, read(one), other, read(other));
        }
    }

    /** The server is asked on both sides: it may print an expression in one form here and read that as another there. */
    private List<Difference> differences(Connection one, Catalog now, Connection other, Catalog wanted) {
        List<Difference> all = wanted.differences(now).stream()
                .filter(each -> each.kind() != Kind.PUBLICATION || isOurs(each, now, wanted))
                .toList();
        List<Difference> left = new Rereading(one, now).real(all);
        if (left.isEmpty()) {
            return left;
        }
        List<Difference> back = new Rereading(other, wanted).real(now.differences(wanted));
        return left.stream()
                .filter(each -> back.stream()
                        .anyMatch(same ->
                                same.kind() == each.kind() && same.object().equals(each.object())))
                .toList();
    }

    private boolean isOurs(Difference difference, Catalog now, Catalog wanted) {
        return List.of(now, wanted).stream()
                .flatMap(each -> each.find(Kind.PUBLICATION, difference.object()).stream())
                .anyMatch(each -> Publications.isOf(each, schema.name()));
    }

    /**
     * The statements from one schema to another. Nobody may be connected to the first one meanwhile, since it is cloned.
     *
     * @param renames in their order
     * @throws BrokenScriptException if the server refuses what was written
     * @throws UnreadableSchemaException if the library does not understand a schema
     */
    public ChangeScript script(ShadowDatabase from, ShadowDatabase to, List<Rename> renames) throws SQLException {
        if (renames.isEmpty() && differences(from, to).isEmpty()) {
            return new ChangeScript(List.of(), List.of(), List.of(), List.of(), List.of());
        }
        try (ShadowDatabase clone = shadow.cloneOf(from);
                Connection work = clone.open("compare");
                Connection target = to.open("compare")) {
            return new Run(work, clone, target, to).write(renames);
        }
    }

    private Catalog read(Connection connection) throws SQLException {
        return CatalogReader.read(connection, schema.scope());
    }

    /** One comparison while it goes on. */
    private final class Run {

        private final Connection work;
        private final ShadowDatabase clone;
        private final Connection target;
        private final ShadowDatabase to;
        private final Catalog wanted;
        private final List<SchemaStatement> written = new ArrayList<>();
        private Catalog now;

        Run(Connection work, ShadowDatabase clone, Connection target, ShadowDatabase to) throws SQLException {
            this.work = work;
            this.clone = clone;
            this.target = target;
            this.to = to;
            this.wanted = read(target);
            this.now = read(work);
        }

        ChangeScript write(List<Rename> renames) throws SQLException {
            run(NewExtensions.of(target));
            List<Rename> made = new ArrayList<>();
            List<Rename> obsolete = new ArrayList<>();
            for (Rename each : renames) {
                (run(new RenamesByHint(each)) ? made : obsolete).add(each);
            }
            Catalog renamed = now;
            List<LikelyRename> likely = LikelyRenames.between(now, wanted);
            run(new SameUnderAnotherName());
            while (run(new TypeSwap())) {
                // until no type is left to swap
            }
            run(new SerialAndIdentity());
            run(new NewIdentity());
            run(new SequenceOptions());
            run(new KeptExpression());
            run(new PoliciesInTheWay());
            makeAlike();
            acceptWithoutDetours(library.statements(clone, to, schema).stream()
                    .map(each -> EnumValueInUse.judge(WithoutTruncation.mend(each, now), now, wanted))
                    .toList());
            run(new SequenceOptions());
            run(new Publications());
            run(new Leftovers());
            run(new Leftovers());
            run(new CountOn(renamed));
            return new ChangeScript(
                    withBodiesUnchecked(Hazards.of(written, renamed, wanted)),
                    differences(work, now, target, wanted),
                    made,
                    likely,
                    obsolete);
        }

        private boolean run(Pass pass) throws SQLException {
            List<SchemaStatement> statements = pass.statements(new Stage(work, schema, now, wanted));
            accept(statements);
            return !statements.isEmpty();
        }

        private void accept(List<SchemaStatement> statements) throws SQLException {
            written.addAll(statements);
            execute(statements);
            now = statements.isEmpty() ? now : read(work);
        }

        /** The library is careful: it drops and makes again what the server carries along by itself. */
        private void acceptWithoutDetours(List<SchemaStatement> statements) throws SQLException {
            List<SchemaStatement> shorter = Detours.without(statements, now, wanted);
            if (shorter.size() < statements.size() && shorter.stream().allMatch(SchemaStatement::transactional)) {
                try (Statement statement = work.createStatement()) {
                    statement.execute("BEGIN");
                    try {
                        execute(shorter);
                        statement.execute("COMMIT");
                        now = read(work);
                        written.addAll(shorter);
                        return;
                    } catch (BrokenScriptException neededAfterAll) {
                        statement.execute("ROLLBACK");
                    }
                }
            }
            accept(statements);
        }

        private void execute(List<SchemaStatement> statements) throws SQLException {
            if (statements.isEmpty()) {
                return;
            }
            try (Statement statement = work.createStatement()) {
                statement.execute("SET check_function_bodies = off; SET search_path = "
                        + Identifiers.quote(schema.name()) + ", \"$user\", public");
                for (SchemaStatement each : statements) {
                    try {
                        statement.execute(each.sql());
                    } catch (SQLException e) {
                        throw new BrokenScriptException(each, e);
                    }
                }
            }
        }

        /** What only looks different to the library is made to look alike, here in the clone alone. */
        private void makeAlike() throws SQLException {
            List<Difference> apparent = new ArrayList<>(wanted.differences(now));
            apparent.removeAll(new Rereading(work, now).real(apparent));
            execute(LooksAlike.statements(apparent, now));
            now = apparent.isEmpty() ? now : read(work);
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
}
