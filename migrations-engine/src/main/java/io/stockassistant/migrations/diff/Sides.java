package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.autogenerate.ModelDatabase;
import io.stockassistant.migrations.autogenerate.ModelDdl;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Rereading;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.change.SchemaDiff;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.replay.ScriptRoles;
import io.stockassistant.migrations.replay.ShadowFailure;
import io.stockassistant.migrations.replay.State;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds what is compared on a shadow; sides that are databases in use are given as they were read. */
public final class Sides implements AutoCloseable {

    /** A side that stands: its catalog, where the shadow has it, and the database in use if it is one. */
    public record Side(Catalog catalog, Optional<ShadowDatabase> built, Optional<LiveSide> live) {

        /** A database in use, as it was read. */
        public static Side of(LiveSide live) {
            return new Side(live.catalog(), Optional.empty(), Optional.of(live));
        }
    }

    private final Shadow shadow;
    private final Replay replay;
    private final Modules hidden;
    private final ScriptRoles roles;
    private final List<ShadowDatabase> all = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** @param hidden modules whose histories are not looked at */
    public Sides(Shadow shadow, Replay replay, Modules hidden) {
        this.shadow = shadow;
        this.replay = replay.withRolesOn(shadow);
        this.hidden = hidden;
        this.roles = new ScriptRoles(shadow);
    }

    /** What is looked at of every side. */
    public static Scope scope(Modules hidden) {
        return State.scope(hidden, List.of(ScriptModule.HISTORY_SCHEMA, ModelDatabase.HISTORY_SCHEMA));
    }

    /** What all migrations build. */
    public Side build(Migrations migrations) throws SQLException {
        ShadowDatabase database = create();
        ShadowFailure.throwIfStopped(
                replay.run(
                        database,
                        migrations,
                        histories -> new Planner(migrations).upgrade(histories, List.of(), false)),
                database,
                file -> "Mend " + file + ", then repeat the command.");
        return read(database);
    }

    /** What the models of all modules ask for, beside what the migrations of modules without any build. */
    public Side build(Migrations migrations, ModelDdl models) throws SQLException {
        ModelDatabase built = new ModelDatabase.Builder(shadow, replay, migrations, models).buildAll();
        all.add(built.database());
        remarks.addAll(built.remarks());
        return read(built.database());
    }

    /** What could not be taken into account, for people. */
    public List<String> listRemarks() {
        return List.copyOf(remarks);
    }

    /** What a script builds. */
    public Side build(Path script) throws SQLException {
        try {
            Module module = ScriptModule.of(script);
            return ScriptModule.isEmpty(script) ? read(create()) : build(Migrations.list(Modules.of(List.of(module))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody has built on the shadow. */
    public Side read(ShadowDatabase database) throws SQLException {
        try (Connection connection = database.open("")) {
            return new Side(CatalogReader.read(connection, scope(hidden)), Optional.of(database), Optional.empty());
        }
    }

    /**
     * The ways from one side to the other and back. Databases in use are built again for that.
     *
     * @throws ProblemException {@code not-comparable} if one of them cannot be
     */
    public Ways ways(Side from, Side to, SchemaDiff library) throws SQLException {
        List<Difference> unseen = differences(from, to).stream()
                .filter(each -> each.kind() == Kind.DATABASE || each.kind() == Kind.EXTENSION)
                .filter(each -> each.change() == Difference.Change.CHANGED)
                .toList();
        return new Ways(shadow, library, copied(from), copied(to), hidden, unseen);
    }

    private Side copied(Side side) throws SQLException {
        if (side.live().isEmpty()) {
            return side;
        }
        ShadowDatabase copy = create();
        new Copies(shadow, scope(hidden)).fill(copy, side.live().get());
        return read(copy);
    }

    /**
     * In what the second side differs from the first. What a database in use has been given itself, a comment for one, is
     * no matter of scripts that say nothing of it.
     */
    public static List<Difference> differences(Side from, Side to) throws SQLException {
        List<Difference> differences = from.catalog().differences(to.catalog());
        if (from.built().isPresent() != to.built().isPresent()) {
            boolean isFromBuilt = from.built().isPresent();
            differences = differences.stream()
                    .filter(each ->
                            each.kind() != Kind.DATABASE || (isFromBuilt ? each.expected() : each.actual()) != null)
                    .toList();
        }
        List<Difference> left = real(differences, to.built().isPresent() ? to : from);
        if (from.built().isEmpty() || to.built().isEmpty() || left.isEmpty()) {
            return left;
        }
        List<Difference> back = real(to.catalog().differences(from.catalog()), from);
        return left.stream()
                .filter(each -> back.stream()
                        .anyMatch(same ->
                                same.kind() == each.kind() && same.object().equals(each.object())))
                .toList();
    }

    private static List<Difference> real(List<Difference> differences, Side known) throws SQLException {
        if (known.built().isEmpty() || differences.isEmpty()) {
            return differences;
        }
        try (Connection connection = known.built().get().open("")) {
            return new Rereading(connection, known.catalog()).real(differences);
        }
    }

    private ShadowDatabase create() {
        ShadowDatabase database = shadow.create();
        all.add(database);
        return database;
    }

    /** Removes the databases, and then the roles that they needed. */
    @Override
    public void close() {
        all.forEach(ShadowDatabase::close);
        roles.close();
    }
}
