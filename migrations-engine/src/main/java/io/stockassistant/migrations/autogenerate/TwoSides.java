package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.change.Extent;
import io.stockassistant.migrations.change.SchemaComparison;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.replay.ReplayedDatabases;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What migrations build, and what modules ask for: two kinds of throw-away databases, gone when it is closed. */
final class TwoSides implements AutoCloseable {

    private final ReplayedDatabases databases;
    private final Migrations migrations;
    private final Engines engines;

    TwoSides(Shadow shadow, Replay replay, Migrations migrations, Engines engines) {
        this.databases = new ReplayedDatabases(shadow, replay);
        this.migrations = migrations;
        this.engines = engines;
    }

    Modules modules() {
        return migrations.modules();
    }

    Optional<Version> head(Module module) {
        return migrations.findHead(module.name()).map(Migration::version);
    }

    /** What all migrations of all modules build. */
    ShadowDatabase migrated() throws SQLException {
        return databases.build(migrations);
    }

    /**
     * What modules ask for, beside what the migrations of those build on which they depend. Modules that depend on the
     * same ones are in one database.
     */
    Map<Module, ModelDatabase> modelled(List<Module> modelled) throws SQLException {
        Map<Set<String>, List<Module>> groups = new LinkedHashMap<>();
        for (Module each : modelled) {
            groups.computeIfAbsent(modules().dependenciesOf(each.name()), name -> new ArrayList<>())
                    .add(each);
        }
        ModelDatabase.Builder builder = new ModelDatabase.Builder(databases, migrations, engines.models());
        Map<Module, ModelDatabase> built = new LinkedHashMap<>();
        for (Map.Entry<Set<String>, List<Module>> group : groups.entrySet()) {
            List<Module> migrated = group.getKey().stream().map(modules()::get).toList();
            ModelDatabase database = builder.build(group.getValue(), migrated);
            group.getValue().forEach(each -> built.put(each, database));
        }
        return built;
    }

    /** The same of one. */
    ModelDatabase modelled(Module module) throws SQLException {
        return modelled(List.of(module)).values().iterator().next();
    }

    SchemaComparison comparison(Module module) {
        return new SchemaComparison(
                databases.shadow(), engines.schemas(), Extent.ofModule(module.schema(), module.history()));
    }

    @Override
    public void close() {
        databases.close();
    }
}
