package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.change.BrokenScriptException;
import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.RefusedStatementException;
import io.stockassistant.migrations.change.Rename;
import io.stockassistant.migrations.change.SchemaComparison;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.UnreadableSchemaException;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a script between two schemas into migrations, each with its way back.
 *
 * <p>Every method throws a {@link BrokenScriptException} if the server refuses the script itself. Nobody may be connected
 * to the two databases meanwhile, since they are cloned.
 */
public final class Rollout {

    private final SchemaComparison comparison;

    /** @param comparison that has written the script */
    public Rollout(SchemaComparison comparison) {
        this.comparison = comparison;
    }

    /**
     * As few parts as can be: one, unless a statement has to be committed before the next.
     *
     * @param there the script from the one to the other
     */
    public List<Part> plain(ShadowDatabase from, ShadowDatabase to, ChangeScript there) throws SQLException {
        List<List<SchemaStatement>> pieces = Transactions.cut(there.statements());
        if (pieces.isEmpty()) {
            return List.of();
        }
        if (pieces.size() == 1) {
            List<SchemaStatement> back =
                    comparison.script(to, from, Rename.back(there.renames())).statements();
            return List.of(new Part("", true, pieces.get(0), Transactions.inOneFile(back)));
        }
        try (Trial trial = new Trial(comparison, from)) {
            return trial.parts(Layout.of(there.statements(), List.of()), to, there.renames());
        } catch (RefusedStatementException e) {
            throw e.broken();
        }
    }

    /**
     * Parts that hold up nobody for longer than a moment, as far as there is a way: what reads or builds stands in parts
     * of its own, without the locks that stop readers and writers. What there is no such way for, or none that is exact
     * in both directions, stays as it is, with its hazards.
     *
     * @param there the script from the one to the other
     */
    public List<Part> safe(ShadowDatabase from, ShadowDatabase to, ChangeScript there) throws SQLException {
        Catalog wanted = comparison.read(to);
        List<Safer> forms = SaferForms.of(there.statements(), comparison.read(from), wanted);
        if (forms.isEmpty()) {
            return plain(from, to, there);
        }
        Optional<List<Part>> all = attempt(from, to, there, Fillings.together(forms, wanted));
        if (all.isPresent()) {
            return all.get();
        }
        // One of them does not go with the rest.
        List<Safer> possible = new ArrayList<>();
        List<Part> best = null;
        for (Safer each : forms) {
            possible.add(each);
            Optional<List<Part>> parts = attempt(from, to, there, Fillings.together(possible, wanted));
            if (parts.isPresent()) {
                best = parts.get();
            } else {
                possible.remove(each);
            }
        }
        return best == null ? plain(from, to, there) : best;
    }

    private Optional<List<Part>> attempt(ShadowDatabase from, ShadowDatabase to, ChangeScript there, List<Safer> forms)
            throws SQLException {
        try (Trial trial = new Trial(comparison, from)) {
            List<Part> parts = trial.parts(Layout.of(there.statements(), forms), to, there.renames());
            return trial.isExact(parts, to, there) ? Optional.of(parts) : Optional.empty();
        } catch (RefusedStatementException | BrokenScriptException | UnreadableSchemaException impossible) {
            return Optional.empty();
        }
    }
}
