package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Its view keeps a column, and it is not undone: what is said, and that it helps. */
class ARepeatableMigrationInTheWayOfAnUndoTest {

    private static final String VIEW = "CREATE OR REPLACE VIEW names AS SELECT name FROM shop.items;\n";

    @RegisterExtension
    final Scene scene = new Scene();

    @BeforeEach
    void shop() {
        scene.modules()
                .migration("shop", "1__items", "CREATE TABLE items (id int);\n", "DROP TABLE items;\n")
                .migration(
                        "shop",
                        "2__names",
                        "ALTER TABLE items ADD COLUMN name text;\n",
                        "ALTER TABLE items DROP COLUMN name;\n")
                .module("till", "depends-on=shop")
                .migration("till", "1__till", "CREATE TABLE sales (id int);\n", "DROP TABLE sales;\n");
    }

    private String remedy() throws SQLException {
        scene.up();
        Failure failure = ((Stopped) scene.down("shop@1")).failure();
        assertThat(failure.sqlState()).isEqualTo("2BP01");
        return failure.remedy();
    }

    @Test
    void isDroppedByTheUFileOfItsOwnModule() throws SQLException {
        scene.modules().file("shop/R__names.sql", VIEW).file("shop/R__other.sql", "SELECT 1;\n");
        assertThat(remedy())
                .contains("R__names.sql makes", "DROP … IF EXISTS", "U2__names.sql")
                .doesNotContain("R__other.sql", "Mend");

        scene.modules().file("shop/U2__names.sql", "DROP VIEW IF EXISTS names;\nALTER TABLE items DROP COLUMN name;\n");
        assertThat(scene.down("shop@1")).isInstanceOf(ApplyReport.Applied.class);
        scene.up();
        assertThat(scene.rows("SELECT to_regclass('shop.names')")).containsExactly("shop.names");
    }

    @Test
    void ofAnotherModuleIsDroppedByAUFileThere() throws SQLException {
        scene.modules().file("till/R__names.sql", VIEW);
        assertThat(remedy())
                .contains(
                        "An object of module till depends on this, which R__names.sql makes",
                        "Write the line '-- depends-on: shop@2' into a versioned migration of till");

        scene.modules()
                .migration(
                        "till",
                        "2__names",
                        "-- depends-on: shop@2\nALTER TABLE sales ADD COLUMN name text;\n",
                        "DROP VIEW IF EXISTS names;\nALTER TABLE sales DROP COLUMN name;\n");
        scene.up();
        assertThat(scene.down("shop@1")).isInstanceOf(ApplyReport.Applied.class);
        scene.up();
        assertThat(scene.rows("SELECT to_regclass('till.names')")).containsExactly("till.names");
    }

    @Test
    void isNamedAsOnePossibilityWhereItsTextDoesNotSayWhatItMakes() throws SQLException {
        scene.modules()
                .file(
                        "till/R__all.sql",
                        "DO $$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW n' || 'ames AS SELECT name FROM"
                                + " shop.items'; END $$;\n");
        assertThat(remedy())
                .contains("to the migration of till that creates it", "If a repeatable one does (R__all.sql)");
    }

    @Test
    void isNotSuspectedWithoutReason() throws SQLException {
        scene.modules()
                .file("shop/R__other.sql", "SELECT 1;\n")
                .migration("shop", "3__view", "CREATE VIEW names AS SELECT name FROM items;\n", "SELECT 1;\n");
        assertThat(remedy()).startsWith("Mend ").doesNotContain("R__other");
    }
}
