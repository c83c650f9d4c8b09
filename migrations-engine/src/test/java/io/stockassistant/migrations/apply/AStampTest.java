package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Histories that are written without a script. */
class AStampTest {

    private static final String RUN_LOCK = "7883946363647715695"; // "migratio"

    @RegisterExtension
    final Scene scene = new Scene();

    @BeforeEach
    void modules() {
        Shop.writeTo(scene.modules());
        scene.modules()
                .module("till", "depends-on=shop")
                .migration(
                        "till", "1__sales", "-- depends-on: shop@2\nCREATE TABLE sales ();\n", "DROP TABLE sales;\n");
    }

    private List<String> rows(String schema) throws SQLException {
        return scene.rows(
                "SELECT installed_rank, version, description, type, script, checksum, installed_by, success FROM "
                        + schema + ".flyway_schema_history ORDER BY 1");
    }

    private void assertFlywayAgrees(String module) throws SQLException {
        assertThat(scene.flyway(module).validate()).isEmpty();
        Agreement.check(scene, module);
    }

    @Test
    void writesTheRowsThatARunWrites() throws SQLException {
        scene.up();
        List<String> shop = rows("shop");
        List<String> till = rows("till");
        scene.execute("DROP SCHEMA shop CASCADE; DROP SCHEMA till CASCADE");
        scene.runs().stamp("head");
        assertThat(rows("shop")).isEqualTo(shop);
        assertThat(rows("till")).isEqualTo(till);
        assertThat(scene.rows("SELECT to_regclass('shop.items')")).containsExactly("null");
        assertThat(scene.up()).isInstanceOf(NothingToDo.class);
        assertFlywayAgrees("shop");
        assertThat(scene.flyway("till").migrate()).isZero();
    }

    @Test
    void leavesTheRestToTheNextUpgrade() throws SQLException {
        scene.execute("CREATE SCHEMA shop; CREATE TABLE shop.items (id int, name text)");
        scene.runs().stamp("shop@2");
        assertFlywayAgrees("shop");
        assertThat(scene.up().done())
                .extracting(each -> each.step().name())
                .containsExactly("shop@3", "shop@4", "till@1");
        assertFlywayAgrees("shop");
    }

    @Test
    void takesBackAsAnUndoDoes() throws SQLException {
        scene.up();
        scene.down("base");
        List<String> undone = rows("shop");
        scene.execute("DROP SCHEMA shop CASCADE; DROP SCHEMA till CASCADE");
        scene.up();
        scene.runs().stamp("base");
        assertThat(rows("shop")).isEqualTo(undone);
        assertThat(scene.rows("SELECT count(*) FROM shop.items"))
                .as("nothing was run")
                .containsExactly("2");
        assertFlywayAgrees("shop");
        scene.execute("DROP SCHEMA shop CASCADE; DROP SCHEMA till CASCADE");
    }

    @Test
    void takesBackWhatRanAfterItAndHasNoVersion() throws SQLException {
        scene.modules().file("shop/R__view.sql", "CREATE OR REPLACE VIEW view AS SELECT id FROM items;\n");
        scene.up();
        scene.runs().stamp("shop@3");
        assertThat(scene.history("shop")).endsWith("DELETE|4|t", "DELETE|null|t");
        assertFlywayAgrees("shop");
        scene.execute("DROP INDEX shop.ix_items_name");
        assertThat(scene.up().done()).hasSize(2);
        assertFlywayAgrees("shop");
    }

    @Test
    void doesNotRecordWhatHasNoVersion() throws SQLException {
        scene.modules().file("shop/R__view.sql", "CREATE OR REPLACE VIEW view AS SELECT id FROM items;\n");
        scene.execute("CREATE SCHEMA shop; CREATE TABLE shop.items (id int, name text)");
        scene.runs().stamp("shop");
        assertFlywayAgrees("shop");
        assertThat(scene.up("shop").done())
                .extracting(each -> each.step().name())
                .containsExactly("shop@R__view");
    }

    @Test
    void forgetsWhatTheHistorySaidWhenItIsToldTo() throws SQLException {
        Shop.breakLastAfterItsFirstStatement(scene.modules(), "V");
        scene.up("shop");
        assertThat(scene.history("shop")).last().isEqualTo("SQL|4|f");
        assertThatThrownBy(() -> scene.runs().stamp("head")).isInstanceOf(ProblemException.class);
        Shop.writeTo(scene.modules());
        scene.runs().stampAnew("shop@4");
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|2|t", "SQL|3|t", "SQL|4|t");
        assertFlywayAgrees("shop");
        scene.runs().stampAnew("shop@base");
        assertThat(scene.history("shop")).isEmpty();
        assertFlywayAgrees("shop");
    }

    @Test
    void isWrittenAsAWholeOrNotAtAll() throws SQLException {
        scene.up("shop@1");
        scene.execute("CREATE SCHEMA till; CREATE TABLE till.flyway_schema_history"
                + " (LIKE shop.flyway_schema_history INCLUDING ALL, CHECK (version IS NULL))");
        assertThatThrownBy(() -> scene.runs().stamp("head")).isInstanceOf(SQLException.class);
        assertThat(scene.history("shop")).hasSize(1);
        assertThat(scene.rows("SELECT outcome FROM migrations.run ORDER BY id"))
                .last()
                .isNotEqualTo("done");
    }

    @Test
    void waitsForAnotherRun() throws SQLException {
        Runs impatient = scene.runs().with(new RunSettings(Duration.ofMillis(100), 0, Duration.ofMillis(200)));
        try (Connection other = scene.connect()) {
            Sql.execute(other, "SELECT pg_advisory_lock(" + RUN_LOCK + ")");
            assertThatThrownBy(() -> impatient.stamp("head"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Another run is at work");
        }
        assertThat(impatient.stamp("head").done()).hasSize(5);
    }

    @Test
    void doesNotWaitForEverForFlyway() throws SQLException {
        scene.up("shop@1");
        long key = scene.modules().migrations().modules().get("shop").history().lockKey();
        try (Connection flyway = scene.connect()) {
            Sql.execute(flyway, "SELECT pg_advisory_lock(" + key + ")");
            assertThatThrownBy(() -> scene.runs().stamp("head"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("a Flyway for one, is at work on a history");
            scene.modules().file("shop/V1__items.sql", "CREATE TABLE items (id integer);\n");
            assertThatThrownBy(() -> scene.runs().repair())
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("a Flyway for one, is at work on a history");
        }
        assertThat(scene.history("shop")).hasSize(1);
        assertThat(scene.rows("SELECT outcome, message LIKE 'lock-timeout%' FROM migrations.run ORDER BY id"))
                .last()
                .isEqualTo("stopped|t");
    }

    @Test
    void writesNothingWhenThereIsNothingToSay() throws SQLException {
        scene.up();
        List<String> journal = scene.rows("SELECT * FROM migrations.run");
        assertThat(scene.runs().stamp("head")).isInstanceOf(NothingToDo.class);
        assertThat(scene.rows("SELECT * FROM migrations.run")).isEqualTo(journal);
        assertThat(scene.history("shop")).hasSize(4);
    }
}
