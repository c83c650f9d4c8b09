package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.ConnectionSource;
import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillReader;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.testing.CompiledModule;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A database with the schema {@code farm}, and a module of that name with one backfill. */
final class Orchard implements AutoCloseable {

    static final BackfillSettings QUICK = BackfillSettings.DEFAULTS;

    private final Path folder;
    private final Supplier<Modules> modules;
    private final TestDatabase database = TestPostgres.shared().newDatabase();

    Orchard(Path folder, String tables) throws SQLException {
        this(folder.resolve("farm"), () -> Modules.of(ModuleSource.folder(folder)), tables);
    }

    /** The module's backfill is a class. */
    Orchard(CompiledModule module, String tables) throws SQLException {
        this(module.root(), module::modules, tables);
    }

    private Orchard(Path folder, Supplier<Modules> modules, String tables) throws SQLException {
        this.folder = folder;
        this.modules = modules;
        sql("CREATE SCHEMA farm; SET search_path = farm, public; " + tables);
    }

    /** Its text from now on. */
    Orchard backfill(String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("D20260101000000__words.sql"), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BackfillScript script() {
        Modules found = modules.get();
        Module module = found.get("farm");
        Backfill backfill = Migrations.list(found).listBackfills("farm").get(0);
        return new BackfillReader(module, Map.of()).read(backfill);
    }

    Revision revision() {
        return script().backfill().revision();
    }

    BackfillBook run() throws SQLException {
        return run(QUICK);
    }

    BackfillBook run(BackfillSettings settings) throws SQLException {
        return run(settings, new BackfillObserver() {}, new Interruption());
    }

    BackfillBook run(BackfillSettings settings, BackfillObserver observer, Interruption interruption)
            throws SQLException {
        return new BackfillRun(source(), script(), "farm", settings, observer, interruption).run();
    }

    static BackfillSettings workers(int workers) {
        return workers(workers, 0);
    }

    static BackfillSettings workers(int workers, long maxRate) {
        return new BackfillSettings(
                Duration.ofMillis(20),
                Duration.ZERO,
                maxRate,
                Duration.ZERO,
                Duration.ofMillis(100),
                Duration.ofSeconds(30),
                workers);
    }

    ConnectionSource source() {
        return Database.of(database.settings())::open;
    }

    void sql(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the rows of a query. */
    List<String> ask(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(String.valueOf(row.getString(1)));
            }
            return rows;
        }
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    BackfillBooks books(Connection connection) {
        return new BackfillBooks(connection);
    }

    @Override
    public void close() {
        database.close();
    }
}
