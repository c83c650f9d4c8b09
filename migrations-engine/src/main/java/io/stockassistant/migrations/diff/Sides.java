package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Rereading;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.replay.Replay;
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

    /** A side that stands: its catalog, and where the shadow has it. */
    public record Side(Catalog catalog, Optional<ShadowDatabase> built) {}

    private final Shadow shadow;
    private final Replay replay;
    private final Modules hidden;
    private final List<String> roles;

    /** @param hidden modules whose histories are not looked at */
    public Sides(Shadow shadow, Replay replay, Modules hidden) {
        this.shadow = shadow;
        this.replay = replay.withRolesOn(shadow);
        this.hidden = hidden;
        this.roles = shadow.listRoles();
    }

    /** What is looked at of every side. */
    public static Scope scope(Modules hidden) {
        return State.scope(hidden, List.of(ScriptModule.HISTORY_SCHEMA));
    }

    /** What all migrations build. */
    public Side build(Migrations migrations) throws SQLException {
        ShadowDatabase database = shadow.create();
        ShadowFailure.throwIfStopped(
                replay.run(
                        database,
                        migrations,
                        histories -> new Planner(migrations).upgrade(histories, List.of(), false)),
                database,
                file -> "Mend " + file + ", then repeat the command.");
        return read(database);
    }

    /** What a script builds. */
    public Side build(Path script) throws SQLException {
        try {
            Module module = ScriptModule.of(script);
            return ScriptModule.isEmpty(script)
                    ? read(shadow.create())
                    : build(Migrations.list(Modules.of(List.of(module))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Side read(ShadowDatabase database) throws SQLException {
        try (Connection connection = database.open("")) {
            return new Side(CatalogReader.read(connection, scope(hidden)), Optional.of(database));
        }
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
        Side known = to.built().isPresent() ? to : from;
        if (known.built().isEmpty() || differences.isEmpty()) {
            return differences;
        }
        try (Connection connection = known.built().get().open("")) {
            return new Rereading(connection, known.catalog()).real(differences);
        }
    }

    /** Removes the roles that scripts needed. */
    @Override
    public void close() {
        List<String> made = new ArrayList<>(shadow.listRoles());
        made.removeAll(roles);
        shadow.dropRoles(made);
    }
}
