package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.autogenerate.ModelDatabase;
import io.stockassistant.migrations.autogenerate.ModelDdl;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.change.SchemaDiff;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.replay.ReplayedDatabases;
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

    private final ReplayedDatabases databases;
    private final Modules hidden;
    private final List<String> remarks = new ArrayList<>();

    /** @param hidden modules whose histories are not looked at */
    public Sides(Shadow shadow, Replay replay, Modules hidden) {
        this.databases = new ReplayedDatabases(shadow, replay);
        this.hidden = hidden;
    }

    /** What is looked at of every side. */
    static Scope scope(Modules hidden) {
        return State.scope(hidden, List.of(ScriptModule.HISTORY_SCHEMA, ModelDatabase.HISTORY_SCHEMA));
    }

    /** What all migrations build. */
    public Side build(Migrations migrations) throws SQLException {
        return read(databases.build(migrations));
    }

    /** What the models of all modules ask for, beside what the migrations of modules without any build. */
    public Side build(Migrations migrations, ModelDdl models) throws SQLException {
        ModelDatabase built = new ModelDatabase.Builder(databases, migrations, models).buildAll();
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
            return ScriptModule.isEmpty(script)
                    ? read(databases.create())
                    : read(databases.buildWithoutJournal(Migrations.list(Modules.of(List.of(module)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Side read(ShadowDatabase database) throws SQLException {
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
        List<Difference> unseen = from.differences(to).stream()
                .filter(each -> each.kind() == Kind.DATABASE || each.kind() == Kind.EXTENSION)
                .filter(each -> each.change() == Difference.Change.CHANGED)
                .toList();
        return new Ways(databases.shadow(), library, copied(from), copied(to), hidden, unseen);
    }

    private Side copied(Side side) throws SQLException {
        if (side.live().isEmpty()) {
            return side;
        }
        ShadowDatabase copy = databases.create();
        new Copies(databases.roles(), scope(hidden)).fill(copy, side.live().get());
        return read(copy);
    }

    /** Removes the databases, and then the roles that they needed. */
    @Override
    public void close() {
        databases.close();
    }
}
