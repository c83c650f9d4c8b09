package io.stockassistant.migrations.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.apply.MigrationRun;
import io.stockassistant.migrations.apply.RunContext;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.apply.RunSettings;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PlaceholderValues;
import io.stockassistant.migrations.shadow.ScriptRoles;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestFolders;
import io.stockassistant.migrations.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One role migrates, others are granted rights, somebody else looks; the embedded server knows none of them. */
class ADatabaseOfAnotherRoleTest {

    private static final RunOrigin ORIGIN = new RunOrigin("test", "0", "tester", "here");

    @TempDir
    private Path folder;

    @Test
    void isComparedAsIfWeWereThatRole() throws IOException, SQLException {
        try (TestDatabase database = TestPostgres.shared().newDatabase()) {
            String suffix = database.name();
            execute(database, "CREATE ROLE owner_" + suffix + " LOGIN PASSWORD '" + database.password() + "'");
            execute(database, "CREATE ROLE reader_" + suffix);
            try {
                execute(database, "GRANT CREATE ON DATABASE " + suffix + " TO owner_" + suffix);
                Migrations migrations = migrations(suffix);
                migrate(database, migrations, "owner_" + suffix);
                assertThat(drift(database, migrations)).isEmpty();
                execute(database, "REVOKE SELECT ON shop.t FROM reader_" + suffix);
                execute(database, "ALTER TABLE shop.u OWNER TO CURRENT_USER");
                assertThat(drift(database, migrations))
                        .extracting(Difference::toString)
                        .containsExactly(
                                "table shop.t: expected granted SELECT TO reader_" + suffix + ", found none",
                                "table shop.u: expected owner none, found " + database.user());
            } finally {
                execute(database, "DROP OWNED BY owner_" + suffix + ", reader_" + suffix + " CASCADE");
                execute(database, "DROP ROLE owner_" + suffix + ", reader_" + suffix);
            }
        }
    }

    private Migrations migrations(String suffix) throws IOException {
        Path module = Files.createDirectories(folder.resolve("modules/shop"));
        Files.writeString(module.resolve("V1__first.sql"), """
                CREATE TABLE t (a int); CREATE TABLE u (a int);
                GRANT SELECT ON t TO reader_%s, ${flyway:user};
                CREATE POLICY p ON t TO ${flyway:user} USING (a > 0);
                """.formatted(suffix));
        return Migrations.list(
                Modules.of(ModuleSource.folder(folder.resolve("modules"))),
                () -> new PlaceholderValues("owner_" + suffix, suffix, Map.of()));
    }

    private static void migrate(TestDatabase database, Migrations migrations, String role) throws SQLException {
        new MigrationRun(new RunContext(
                        purpose -> connect(database, role),
                        migrations,
                        RunSettings.DEFAULTS,
                        ORIGIN,
                        new RunObserver() {},
                        new Interruption()))
                .run(histories -> new Planner(migrations).upgrade(histories, List.of(), false));
    }

    private static Connection connect(TestDatabase database, String role) {
        try {
            return DriverManager.getConnection(
                    database.settings().jdbcUrl() + "?preferQueryMode=simple", role, database.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Difference> drift(TestDatabase database, Migrations migrations) throws IOException, SQLException {
        LiveDatabase live;
        try (Connection connection = database.connect()) {
            live = LiveDatabase.read(connection, migrations.modules());
        }
        Path data = Files.createTempDirectory(TestFolders.parent(), "drift");
        TestFolders.lendPrograms(data);
        try (Shadow shadow = Shadow.embedded(data);
                ScriptRoles roles = new ScriptRoles(shadow)) {
            List<Difference> differences = new Drift(migrations, shadow, new Replay(ORIGIN, new Interruption()))
                    .compare(live, List.of())
                    .differences();
            assertThat(roles.listMade()).isEmpty();
            return differences;
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
