package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.apply.MigrationRun;
import io.stockassistant.migrations.apply.RunContext;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.apply.RunSettings;
import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PlaceholderValues;
import io.stockassistant.migrations.testing.CompiledModule;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An application with one module, which has two tables, a view and models of the tables; and an empty database. */
public final class Shop implements AutoCloseable {

    private static final Map<String, String> PLACEHOLDERS = Map.of("place", "here");

    private final CompiledModule module;
    private final TestDatabase database = TestPostgres.shared().newDatabase();

    public Shop(Path folder) {
        this.module = new CompiledModule(folder, "shop")
                .sql("V1__items.sql", "CREATE TABLE item (id integer PRIMARY KEY);\n")
                .sql("V2__orders.sql", "CREATE TABLE orders (id integer PRIMARY KEY);\n")
                .sql("R__views.sql", "CREATE OR REPLACE VIEW items AS SELECT id FROM item;\n")
                .model("ItemModel", "@Entity record ItemModel(@Id Integer id) {}")
                .model("OrderModel", "@Entity @Table(name = \"orders\") record OrderModel(@Id Integer id) {}")
                .compile();
    }

    public CompiledModule module() {
        return module;
    }

    public TestDatabase database() {
        return database;
    }

    /** Migrates with the application's own files. */
    public Shop upgrade(String... targets) throws SQLException {
        migrate(module, targets);
        return this;
    }

    /** Migrates with the files of another release; says whether it came to its end. */
    public boolean migrate(CompiledModule release, String... targets) throws SQLException {
        Migrations migrations = Migrations.list(
                release.modules(), () -> new PlaceholderValues(database.user(), database.name(), PLACEHOLDERS));
        RunContext context = new RunContext(
                Database.of(database.settings())::open,
                migrations,
                RunSettings.DEFAULTS,
                new RunOrigin("migrations upgrade", "0", "tester", "here"),
                new RunObserver() {},
                new Interruption());
        List<Target> parsed = Stream.of(targets).map(Target::parse).toList();
        ApplyReport report =
                new MigrationRun(context).run(histories -> new Planner(migrations).upgrade(histories, parsed, true));
        return !(report instanceof ApplyReport.Stopped);
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.jdbcUrl());
        return source;
    }

    SchemaReadiness check(ReadinessPolicy policy) {
        return check(source(), new ReadinessSettings(policy, "./migrations", Map.of()));
    }

    SchemaReadiness check(DataSource source, ReadinessSettings settings) {
        return SchemaReadiness.of(source, module.loader(), settings);
    }

    /** What the strictest application finds. */
    public Readiness find() {
        return check(ReadinessPolicy.FAIL).check();
    }

    @Override
    public void close() {
        database.close();
    }
}
