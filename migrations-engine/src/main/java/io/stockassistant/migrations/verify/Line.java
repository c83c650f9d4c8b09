package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Rereading;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.replay.State;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A throw-away database on its way from empty, which can begin again when something has spoiled it. */
final class Line implements AutoCloseable {

    private final Shadow shadow;
    private final Replay replay;
    private final Migrations migrations;
    private final List<Step> done = new ArrayList<>();
    private ShadowDatabase database;

    Line(Shadow shadow, Replay replay, Migrations migrations) throws SQLException {
        this(shadow, replay, migrations, shadow.create());
        Replay.createSchemas(database, migrations.modules().list());
    }

    private Line(Shadow shadow, Replay replay, Migrations migrations, ShadowDatabase database) {
        this.shadow = shadow;
        this.replay = replay;
        this.migrations = migrations;
        this.database = database;
    }

    /** Another one that has gone nowhere yet. */
    Line fromEmpty() throws SQLException {
        return new Line(shadow, replay, migrations);
    }

    /** Another database that is what this one is now, and goes its own way. */
    Line branch() {
        return new Line(shadow, replay, migrations, shadow.cloneOf(database));
    }

    /** Carries out steps for good; those that ran stay when one fails. */
    Optional<Failure> go(List<Step> steps) throws SQLException {
        Optional<Failure> failure = tryOut(steps);
        if (failure.isEmpty()) {
            done.addAll(steps);
        }
        return failure;
    }

    /** Carries out steps that are forgotten when the line begins again. */
    Optional<Failure> tryOut(List<Step> steps) throws SQLException {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Plan plan = new Plan(steps.get(0).direction(), steps, Map.of(), List.of());
        ApplyReport report = replay.run(database, migrations, histories -> plan);
        return report instanceof ApplyReport.Stopped stopped ? Optional.of(stopped.failure()) : Optional.empty();
    }

    /** Begins again, with all that went well. */
    Optional<Failure> restart() throws SQLException {
        database.close();
        database = shadow.create();
        Replay.createSchemas(database, migrations.modules().list());
        List<Step> steps = List.copyOf(done);
        done.clear();
        return go(steps);
    }

    Histories histories() throws SQLException {
        try (Connection connection = database.open("")) {
            return HistoryReader.read(connection, migrations.modules().list());
        }
    }

    Catalog catalog() throws SQLException {
        try (Connection connection = database.open("")) {
            return CatalogReader.read(connection, State.scope(migrations.modules()));
        }
    }

    /** In what the database differs from what was expected, as it is now. */
    List<Difference> differences(Catalog expected) throws SQLException {
        try (Connection connection = database.open("")) {
            Catalog actual = CatalogReader.read(connection, State.scope(migrations.modules()));
            return new Rereading(connection, actual).real(expected.differences(actual));
        }
    }

    Modules modules() {
        return migrations.modules();
    }

    ShadowDatabase database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
