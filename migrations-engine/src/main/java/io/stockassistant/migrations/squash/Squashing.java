package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.baseline.Baseline;
import io.stockassistant.migrations.baseline.CannotBeWritten;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.replay.State;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.ScriptRoles;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.migrations.squash.Squash.SquashedModule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes baselines out of migrations, and proves them, on a shadow. Writes no file. */
public final class Squashing {

    private final Migrations migrations;
    private final Shadow shadow;
    private final Proof proof;

    /**
     * @param migrations all of them, as an empty database meets them
     * @param shadow where they are replayed; nothing is left on it
     */
    public Squashing(Migrations migrations, Shadow shadow, Replay replay) {
        this.migrations = migrations;
        this.shadow = shadow;
        this.proof = new Proof(shadow, replay);
    }

    /**
     * Makes and proves baselines.
     *
     * @throws ProblemException {@code squash-refused} if the cut is not allowed, the migrations leave behind what a
     *     baseline cannot hold, or the proof fails; another one if files are wrong or a migration does not run
     * @throws SQLException if the server fails
     */
    public Squash prepare(SquashWish wish) throws SQLException {
        ProblemException.throwIfAny(new Planner(migrations).fileProblems());
        List<Cut> cuts = Cuts.of(migrations, wish);
        ProblemException.throwIfAny(Preconditions.check(migrations, cuts));
        try (ScriptRoles roles = new ScriptRoles(shadow)) {
            return squash(cuts, wish, roles);
        }
    }

    private Squash squash(List<Cut> cuts, SquashWish wish, ScriptRoles roles) throws SQLException {
        Set<String> names = cuts.stream().map(each -> each.module().name()).collect(Collectors.toSet());
        // A repeatable migration is written for the head: it has no place in a state before that.
        Migrations old = list(FolderEdits.withoutRepeatables(migrations.modules(), names));
        List<Target> ends = cuts.stream()
                .map(each -> Target.parse(each.newest().revision().toString()))
                .toList();
        try (ShadowDatabase one = shadow.create();
                ShadowDatabase other = shadow.create()) {
            ExtensionWatch watch = new ExtensionWatch(one);
            proof.run(one, old, ends, watch);
            refuseRoles(cuts, roles.listMade());
            State again = proof.proceed(other, old, ends);
            FolderEdits edits = write(cuts, wish, one, other, watch);
            State expected = read(one);
            proveAtCut(cuts, expected, again, edits);
            if (!proof.isFinished(one, migrations)) {
                proveAtHead(cuts, read(one), edits);
            }
            return result(cuts, edits);
        }
    }

    private FolderEdits write(
            List<Cut> cuts, SquashWish wish, ShadowDatabase one, ShadowDatabase other, ExtensionWatch watch)
            throws SQLException {
        FolderEdits edits = new FolderEdits();
        BaselineHeader header = new BaselineHeader(migrations, cuts);
        try (Connection connection = one.open("");
                Connection otherConnection = other.open("")) {
            for (Cut cut : cuts) {
                State state = State.ofModule(connection, migrations.modules(), cut.module());
                State again = State.ofModule(otherConnection, migrations.modules(), cut.module());
                StringBuilder text = new StringBuilder(header.of(cut, wish.lastRelease()));
                watch.statements(cut.module().name())
                        .forEach(each -> text.append('\n').append(each).append(";\n"));
                text.append('\n')
                        .append(Baseline.write(connection, state.catalog(), state.contents(), again.contents()));
                edit(edits, cut, text.toString());
            }
        } catch (CannotBeWritten e) {
            throw Refusal.of(
                            cuts.get(0).module().name(),
                            "The migrations leave behind what a baseline cannot hold:",
                            e.objects(),
                            "Cut before the migration that makes it (--to).")
                    .asException();
        }
        return edits;
    }

    private static void edit(FolderEdits edits, Cut cut, String text) {
        edits.write(cut.module().name(), cut.fileName(), text);
        if (text.contains("${")) {
            edits.write(cut.module().name(), cut.fileName() + ".conf", "placeholderReplacement=false\n");
        }
        edits.remove(cut.module().name(), cut.fileNames());
    }

    private void proveAtCut(List<Cut> cuts, State expected, State again, FolderEdits edits) throws SQLException {
        Set<String> names = cuts.stream().map(each -> each.module().name()).collect(Collectors.toSet());
        List<Target> ends = cuts.stream()
                .map(each -> Target.parse(each.baseline().toString()))
                .toList();
        Migrations squashed = list(FolderEdits.withoutRepeatables(edits.on(migrations.modules()), names));
        refuseDifferent(cuts, differences(cuts, expected, again, squashed, ends), "at the cut");
    }

    private List<Difference> differences(
            List<Cut> cuts, State expected, State again, Migrations squashed, List<Target> ends) throws SQLException {
        try {
            return proof.differences(expected, again, squashed, ends);
        } catch (ProblemException e) {
            throw Refusal.ofBaseline(cuts, e);
        }
    }

    /** @param again what the rest of the migrations made of the state at the cut */
    private void proveAtHead(List<Cut> cuts, State again, FolderEdits edits) throws SQLException {
        State expected = proof.build(migrations, List.of());
        Migrations squashed = list(edits.on(migrations.modules()));
        refuseDifferent(cuts, proof.differences(expected, again, squashed, List.of()), "at the head");
    }

    private static void refuseDifferent(List<Cut> cuts, List<Difference> differences, String where) {
        if (!differences.isEmpty()) {
            throw Refusal.of(
                            cuts.get(0).module().name(),
                            "From empty, " + where + ", the baseline does not build what the migrations build:",
                            differences,
                            "Cut before the migration that makes it (--to), or move what stands outside of the"
                                    + " module's schema into the module that owns it.")
                    .asException();
        }
    }

    private static void refuseRoles(List<Cut> cuts, List<String> made) {
        if (!made.isEmpty()) {
            throw Refusal.of(
                            cuts.get(0).module().name(),
                            "The migrations create roles, which belong to the server and not to a baseline:",
                            made,
                            "Cut before that migration (--to), or let an administrator create the roles.")
                    .asException();
        }
    }

    private State read(ShadowDatabase database) throws SQLException {
        try (Connection connection = database.open("")) {
            return State.read(connection, migrations.modules());
        }
    }

    private Migrations list(Modules modules) {
        return Migrations.list(modules, migrations::placeholders);
    }

    private Squash result(List<Cut> cuts, FolderEdits edits) {
        List<SquashedModule> modules = new ArrayList<>();
        for (Cut cut : cuts) {
            List<String> removed = Preconditions.existing(cut);
            modules.add(new SquashedModule(
                    cut.module(),
                    cut.version(),
                    cut.replacedVersions(),
                    migrations
                            .findHead(cut.module().name())
                            .filter(cut.newest()::equals)
                            .isPresent(),
                    edits.written(cut.module().name()),
                    removed));
        }
        return new Squash(modules);
    }
}
