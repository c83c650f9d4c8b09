package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.autogenerate.ForeignObjects.ForeignObject;
import io.stockassistant.migrations.change.BrokenScriptException;
import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.LikelyRename;
import io.stockassistant.migrations.change.Rename;
import io.stockassistant.migrations.change.SchemaComparison;
import io.stockassistant.migrations.change.UnreadableSchemaException;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.rollout.Part;
import io.stockassistant.migrations.rollout.ProvenRollout;
import io.stockassistant.migrations.rollout.Rollout;
import io.stockassistant.migrations.rollout.RolloutProof;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A migration that is written from what a module asks for: what has to change is compared, asked, proposed. Its
 * throw-away databases are gone when it is closed.
 */
public final class Autogeneration implements AutoCloseable {

    private final Module module;
    private final TwoSides sides;
    private final SchemaComparison comparison;
    private final ShadowDatabase migrated;
    private final ModelDatabase models;
    private final Renames names;
    private final WayRefusals refusals;

    private Autogeneration(Module module, TwoSides sides) throws SQLException {
        this.module = module;
        this.sides = sides;
        this.comparison = sides.comparison(module);
        this.models = sides.modelled(module);
        this.migrated = sides.migrated();
        this.refusals = new WayRefusals(module.name());
        this.names = new Renames(comparison.read(migrated), comparison.read(models.database()));
    }

    /**
     * Builds both sides.
     *
     * @throws ProblemException if files or models cannot be read, or the server refuses them
     * @throws SQLException if the shadow's server fails
     */
    public static Autogeneration begin(
            Migrations migrations, String module, Shadow shadow, Replay replay, Engines engines) throws SQLException {
        Module named =
                ModelledModules.get(migrations.modules(), List.of(module)).get(0);
        ProblemException.throwIfAny(new Planner(migrations).fileProblems());
        TwoSides sides = new TwoSides(shadow, replay, migrations, engines);
        try {
            return new Autogeneration(named, sides);
        } catch (SQLException | RuntimeException e) {
            sides.close();
            throw e;
        }
    }

    /** What could not be taken into account, for people. */
    public List<String> remarks() {
        return models.remarks();
    }

    /**
     * Compares, with names as they were decided and as the models say.
     *
     * @throws ProblemException {@code invalid-option} if an answer names what is not there
     */
    public Comparison compare(RenameAnswers answers) throws SQLException {
        List<FormerName> hints = models.formerNames().getOrDefault(module.name(), List.of());
        List<RenameWords> words = new ArrayList<>(answers.same());
        hints.forEach(each -> words.add(RenameWords.of(each)));
        List<Rename> renames = names.list(words);
        refuseUnknown(answers.same(), words);
        ChangeScript script = script(renames);
        refuseTaken(answers.same(), words, script.renames());
        List<LikelyRename> questions =
                script.likelyRenames().stream().filter(answers::isOpen).toList();
        return new Comparison(script, script.renames(), questions, obsolete(hints, script.renames(), words));
    }

    private ChangeScript script(List<Rename> renames) throws SQLException {
        try {
            return comparison.script(migrated, models.database(), renames);
        } catch (BrokenScriptException e) {
            throw new ProblemException(refusals.broken(e), e);
        } catch (UnreadableSchemaException e) {
            throw new ProblemException(refusals.unreadable(e), e);
        }
    }

    /**
     * Cuts the way into migrations, and proves them.
     *
     * @param plain whether the short form is wanted, instead of the one that holds up nobody for long
     * @throws ProblemException {@code unproven} if the server refuses what was written; {@code not-comparable} if the
     *     library cannot read what it leads to
     */
    public Proposal propose(Comparison compared, boolean plain) throws SQLException {
        ShadowDatabase to = models.database();
        try {
            Rollout rollout = new Rollout(comparison);
            List<Part> parts = plain
                    ? rollout.plain(migrated, to, compared.script())
                    : rollout.safe(migrated, to, compared.script());
            ProvenRollout proof = new RolloutProof(comparison).run(migrated, to, parts, compared.renames());
            return new Proposal(module.name(), sides.head(module), compared, parts, proof, needed());
        } catch (BrokenScriptException e) {
            throw new ProblemException(refusals.broken(e), e);
        } catch (UnreadableSchemaException e) {
            throw new ProblemException(refusals.unreadable(e), e);
        }
    }

    /** The modules of the objects to which a schema refers only from now on. */
    private Set<String> needed() throws SQLException {
        Set<String> schemas = ForeignObjects.added(module.schema(), migrated, models.database()).stream()
                .map(ForeignObject::schema)
                .collect(Collectors.toSet());
        return sides.modules().dependenciesOf(module.name()).stream()
                .filter(each -> schemas.contains(sides.modules().get(each).schema()))
                .collect(Collectors.toSet());
    }

    private void refuseUnknown(List<RenameWords> typed, List<RenameWords> all) {
        List<Problem> problems = typed.stream()
                .filter(each -> names.find(all, each).isEmpty())
                .map(refusals::unknown)
                .toList();
        ProblemException.throwIfAny(problems);
    }

    private void refuseTaken(List<RenameWords> typed, List<RenameWords> all, List<Rename> made) {
        ProblemException.throwIfAny(typed.stream()
                .filter(each -> names.find(all, each)
                        .filter(rename -> !made.contains(rename))
                        .isPresent())
                .map(refusals::taken)
                .toList());
    }

    private List<FormerName> obsolete(List<FormerName> hints, List<Rename> made, List<RenameWords> words) {
        return hints.stream()
                .filter(each -> names.find(words, RenameWords.of(each))
                        .filter(made::contains)
                        .isEmpty())
                .toList();
    }

    @Override
    public void close() {
        sides.close();
    }
}
