package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PlaceholderValues;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty database and an empty folder of modules for one test; the test registers it as an extension. */
final class Scene implements AfterEachCallback {

    private final TestDatabase database = TestPostgres.shared().newDatabase();
    private final Path folder = newFolder();
    private final ModuleTree modules = new ModuleTree(folder);
    private final Map<String, String> placeholders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("modules-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    TestDatabase database() {
        return database;
    }

    ModuleTree modules() {
        return modules;
    }

    /** From now on a placeholder has this value, for us and for stock Flyway. */
    Scene placeholder(String name, String value) {
        placeholders.put(name, value);
        return this;
    }

    /** Runs of the modules in the folder. */
    Runs runs() {
        return runs(() -> modules.migrations(placeholderValues()));
    }

    /** What stands for placeholders now. */
    PlaceholderValues placeholderValues() {
        return new PlaceholderValues(database.user(), database.name(), Map.copyOf(placeholders));
    }

    Runs runs(Supplier<Migrations> files) {
        return Runs.on(database, files);
    }

    ApplyReport up(String... targets) throws SQLException {
        return runs().up(targets);
    }

    ApplyReport down(String target) throws SQLException {
        return runs().down(target);
    }

    /** Stock Flyway on the module of that name, whose schema has the same name. */
    StockFlyway flyway(String module) {
        StockFlyway flyway = StockFlyway.on(database, module, "filesystem:" + modules.folder(module));
        flyway.configuration().placeholders(Map.copyOf(placeholders));
        return flyway;
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect()) {
            Sql.execute(connection, sql);
        }
    }

    List<String> rows(String query) throws SQLException {
        try (Connection connection = connect()) {
            return Sql.rows(connection, query);
        }
    }

    List<String> catalog() throws SQLException {
        try (Connection connection = connect()) {
            return Catalog.of(connection);
        }
    }

    /** The rows of a module's history, by rank: type, version, success. */
    List<String> history(String schema) throws SQLException {
        return rows("SELECT type, version, success FROM " + schema + ".flyway_schema_history ORDER BY installed_rank");
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        database.close();
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
