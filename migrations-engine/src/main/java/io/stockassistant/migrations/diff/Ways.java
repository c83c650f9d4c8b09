package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.BrokenScriptException;
import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.Extent;
import io.stockassistant.migrations.change.Proof;
import io.stockassistant.migrations.change.SchemaComparison;
import io.stockassistant.migrations.change.SchemaDiff;
import io.stockassistant.migrations.change.ScriptProof;
import io.stockassistant.migrations.change.UnreadableSchemaException;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ways between two sides that stand on a shadow. */
public final class Ways {

    private final Side from;
    private final Side to;
    private final List<Difference> unseen;
    private final SchemaComparison comparison;
    private final Proof proof;

    /** @param unseen differences of databases in use that their copies do not have */
    Ways(Shadow shadow, SchemaDiff library, Side from, Side to, Modules hidden, List<Difference> unseen) {
        this.from = from;
        this.to = to;
        this.unseen = unseen;
        Extent extent = Extent.ofDatabase(
                Sides.scope(hidden),
                Stream.of(from, to)
                        .flatMap(each -> each.catalog().list(Kind.SCHEMA).stream())
                        .map(each -> Identifiers.unquote(each.name()))
                        .distinct()
                        .toList(),
                hidden.list().stream().map(Module::history).toList());
        this.comparison = new SchemaComparison(shadow, library, extent);
        this.proof = new Proof(comparison);
    }

    /** In what the second side differs from the first. */
    public List<Difference> differences() throws SQLException {
        List<Difference> all = new ArrayList<>(from.differences(to));
        unseen.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return all;
    }

    /**
     * The way from the first side to the second.
     *
     * @throws ProblemException {@code inexpressible-difference} if there is none
     */
    public Way forward() throws SQLException {
        return way("forward", from, to);
    }

    /**
     * The way back.
     *
     * @throws ProblemException {@code inexpressible-difference} if there is none
     */
    public Way reverse() throws SQLException {
        return way("reverse", to, from);
    }

    private Way way(String direction, Side one, Side other) throws SQLException {
        ShadowDatabase begin = one.built().orElseThrow();
        ShadowDatabase end = other.built().orElseThrow();
        try {
            ChangeScript script = comparison.script(begin, end, List.of());
            List<String> unresolved = Stream.concat(
                            unseen.stream().map(Ways::line),
                            script.unresolved().stream().map(Ways::line))
                    .distinct()
                    .toList();
            if (!unresolved.isEmpty()) {
                throw Refusals.inexpressible(direction, unresolved).asException();
            }
            return new Way(script, prove(begin, end, script), Staying.of(one.catalog(), other.catalog(), script));
        } catch (UnreadableSchemaException e) {
            throw new ProblemException(Refusals.unreadable(direction, String.valueOf(e.getMessage())), e);
        } catch (BrokenScriptException e) {
            throw new ProblemException(Refusals.broken(direction, String.valueOf(e.getMessage())), e);
        }
    }

    private static String line(Difference difference) {
        return difference.subject() + (difference.property() == null ? "" : ": " + difference.property());
    }

    private ScriptProof prove(ShadowDatabase begin, ShadowDatabase end, ChangeScript script) throws SQLException {
        return script.statements().isEmpty()
                ? new ScriptProof(List.of(), List.of(), List.of(), List.of())
                : proof.run(begin, end, script.statements(), List.of());
    }
}
