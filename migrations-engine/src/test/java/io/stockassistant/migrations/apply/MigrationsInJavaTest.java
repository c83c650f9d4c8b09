package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.Applied;
import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.plan.HistoryEntry;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.testing.CompiledModule;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of a module beside its SQL files: what we run, stock Flyway accepts, and the other way round. */
class MigrationsInJavaTest {

    private static final String ROWS = "SELECT version, description, type, script, checksum, success FROM"
            + " shop.flyway_schema_history WHERE type <> 'SCHEMA' ORDER BY installed_rank";

    @TempDir
    private Path root;

    private final TestDatabase database = TestPostgres.shared().newDatabase();
    private CompiledModule shop;

    @BeforeEach
    void write() {
        shop = new CompiledModule(root, "shop")
                .sql("V20260101000000__people.sql", "CREATE TABLE people (name text, first text, last text);\n")
                .sql("U20260101000000__people.sql", "DROP TABLE people;\n")
                .sql("V20260201000000__some_people.sql", "INSERT INTO people VALUES ('Ada Lovelace');\n")
                .sql("U20260201000000__some_people.sql", "DELETE FROM people;\n")
                .upgrade("V20260301000000__Split_names", """
                        try (Statement all = connection.createStatement();
                                ResultSet row = all.executeQuery("SELECT name FROM people");
                                PreparedStatement update = connection.prepareStatement(
                                        "UPDATE people SET first = ?, last = ? WHERE name = ?")) {
                            while (row.next()) {
                                String[] words = row.getString(1).split(" ");
                                update.setString(1, words[0]);
                                update.setString(2, words[1]);
                                update.setString(3, row.getString(1));
                                update.addBatch();
                            }
                            update.executeBatch();
                        }""")
                .undo(
                        "U20260301000000__Split_names",
                        "sql(connection, \"UPDATE people SET first = NULL, last = NULL\");")
                .java("R__Greeting", """
                        public class R__Greeting extends BaseJavaMigration {
                            @Override public Integer getChecksum() { return 7; }
                            @Override public void migrate(Context context) throws Exception {
                                String greeting = context.getConfiguration().getPlaceholders().get("greeting");
                                try (Statement statement = context.getConnection().createStatement()) {
                                    statement.execute("CREATE OR REPLACE VIEW greeting AS SELECT '" + greeting + "'");
                                }
                            }
                        }
                        """)
                .java(
                        "Helper",
                        "abstract class Helper { static class V9__Nested extends BaseJavaMigration {"
                                + " public void migrate(Context context) {} } }")
                .java("V8__Abstract", "public abstract class V8__Abstract implements JavaMigration {}");
    }

    @AfterEach
    void end() {
        database.close();
    }

    private Runs runs() {
        return Runs.on(database, () -> Migrations.list(shop.modules()));
    }

    private StockFlyway flyway(TestDatabase on) {
        StockFlyway flyway = StockFlyway.on(shop.loader(), on, "shop", shop.location());
        flyway.configuration().placeholders(Map.of("greeting", "hello"));
        return flyway;
    }

    private static List<String> rows(TestDatabase of, String query) throws SQLException {
        try (Connection connection = of.connect()) {
            return Sql.rows(connection, query);
        }
    }

    private List<String> states() throws SQLException {
        return runs().history().stream()
                .map(each -> each.findVersion().map(Object::toString).orElse(each.description()) + " " + each.state())
                .toList();
    }

    @Test
    void runAndAreWrittenDownAsFlywayDoes() throws SQLException {
        assertThat(runs().up()).isInstanceOf(Applied.class);
        assertThat(rows(database, "SELECT * FROM shop.people")).containsExactly("Ada Lovelace|Ada|Lovelace");
        assertThat(rows(database, "SELECT * FROM shop.greeting")).containsExactly("hello");
        assertThat(flyway(database).validate()).isEmpty();
        assertThat(flyway(database).info().values()).hasSize(4).containsOnly("SUCCESS");
        assertThat(flyway(database).migrate()).isZero();
        try (TestDatabase other = TestPostgres.shared().newDatabase()) {
            assertThat(flyway(other).migrate()).isEqualTo(4);
            assertThat(rows(database, ROWS)).isEqualTo(rows(other, ROWS)).hasSize(4);
        }
        assertThat(runs().up()).isInstanceOf(NothingToDo.class);
    }

    @Test
    void areFoundInAJar(@TempDir Path other) throws SQLException {
        Migrations inJar = Migrations.list(shop.modulesInJar(other.resolve("shop.jar")));
        assertThat(Runs.on(database, () -> inJar).up().done()).hasSize(4);
        assertThat(flyway(database).validate()).isEmpty();
        assertThat(runs().up()).isInstanceOf(NothingToDo.class);
    }

    @Test
    void areAcceptedWhereFlywayRanThem() throws SQLException {
        flyway(database).migrate();
        assertThat(runs().up()).isInstanceOf(NothingToDo.class);
        assertThat(states())
                .containsExactly(
                        "20260101000000 APPLIED",
                        "20260201000000 APPLIED",
                        "20260301000000 APPLIED",
                        "Greeting APPLIED");
    }

    @Test
    void areUndoneByAClassOfTheirs() throws SQLException {
        runs().up();
        assertThat(runs().down("shop@20260201000000")).isInstanceOf(Applied.class);
        assertThat(rows(database, "SELECT * FROM shop.people")).containsExactly("Ada Lovelace|null|null");
        assertThat(rows(database, "SELECT type, script FROM shop.flyway_schema_history WHERE type = 'DELETE'"))
                .containsExactly(
                        "DELETE|db.migration.shop.V20260301000000__Split_names",
                        "DELETE|db.migration.shop.R__Greeting");
        assertThat(flyway(database).validate()).isEmpty();
        assertThat(flyway(database).info()).containsEntry("20260301000000", "PENDING");
        assertThat(flyway(database).migrate()).isEqualTo(2);
        assertThat(runs().up()).isInstanceOf(NothingToDo.class);
        assertThat(runs().down("base")).isInstanceOf(Applied.class);
    }

    /** Why a way back is none of Flyway's classes: to open-source Flyway it would be an upgrade. */
    @Test
    void wouldBeRunByFlywayIfTheirUndoWereItsOwn() {
        shop.java("U20260301000000__Split_names", """
                public class U20260301000000__Split_names implements JavaMigration {
                    public org.flywaydb.core.api.MigrationVersion getVersion() {
                        return org.flywaydb.core.api.MigrationVersion.fromVersion("20260301000000");
                    }
                    public String getDescription() { return "Split names"; }
                    public Integer getChecksum() { return null; }
                    public boolean canExecuteInTransaction() { return true; }
                    public org.flywaydb.core.extensibility.MigrationType getType() {
                        return org.flywaydb.core.api.CoreMigrationType.UNDO_SCRIPT;
                    }
                    public void migrate(Context context) {}
                }
                """);
        assertThat(flyway(database).migrate()).as("four, and the undo").isEqualTo(5);
    }

    @Test
    void runAgainWhereTheirChecksumHasChanged() throws SQLException {
        runs().up();
        shop.java("R__Greeting", """
                public class R__Greeting extends BaseJavaMigration {
                    @Override public Integer getChecksum() { return 8; }
                    @Override public void migrate(Context context) throws Exception {}
                }
                """);
        assertThat(runs().up().done()).hasSize(1);
        assertThat(flyway(database).validate()).isEmpty();
    }

    @Test
    void areMissedWhenTheyAreGone() throws SQLException {
        runs().up();
        shop.delete("V20260301000000__Split_names.class").delete("U20260301000000__Split_names.class");
        assertThat(states()).contains("20260301000000 MISSING");
        assertThat(flyway(database).info()).containsEntry("20260301000000", "FUTURE_SUCCESS");
        assertThatThrownBy(() -> runs().up())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "shop@20260301000000 is applied, but its file db.migration.shop.V20260301000000__Split_names is gone");
        assertThat(runs().repair()).hasSize(1);
        assertThat(flyway(database).validate()).isEmpty();
        assertThat(runs().up()).isInstanceOf(NothingToDo.class);
    }

    @Test
    void mayBeReplacedBySqlThatDoesTheSame() throws SQLException {
        runs().up();
        shop.delete("V20260301000000__Split_names.class")
                .sql("V20260301000000__Split_names.sql", "UPDATE people SET first = name;\n");
        assertThat(runs().history()).extracting(HistoryEntry::state).contains(HistoryEntry.State.CHANGED);
        assertThatThrownBy(() -> runs().up())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("was applied as db.migration.shop.V20260301000000__Split_names, and is"
                        + " V20260301000000__Split_names.sql now");
        assertThat(runs().repair()).hasSize(1);
        assertThat(runs().up()).isInstanceOf(NothingToDo.class);
        assertThat(flyway(database).validate()).isEmpty();
    }

    @Test
    void haveHeadersAsScriptsDo() throws SQLException {
        runs().up();
        shop.delete("U20260301000000__Split_names.class").java("V20260301000000__Split_names", """
                        @MigrationHeader({"depends-on: shop@20260101000000", "irreversible: the words are lost"})
                        public class V20260301000000__Split_names extends BaseJavaMigration {
                            @Override public void migrate(Context context) {}
                        }
                        """);
        assertThatThrownBy(() -> runs().down("base"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("shop@20260301000000 has no way back: the words are lost");
    }
}
