package io.stockassistant.migrations.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.testing.CompiledModule;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new release has migrated the database, and an instance of the old one starts again. */
final class ANewerDatabaseTest {

    @TempDir
    private Path folder;

    private Shop shop;
    private CompiledModule release;

    @BeforeEach
    void prepare() throws SQLException {
        shop = new Shop(folder.resolve("old"));
        shop.upgrade();
        release = new CompiledModule(folder.resolve("new"), "shop")
                .sql("V1__items.sql", "CREATE TABLE item (id integer PRIMARY KEY);\n")
                .sql("V2__orders.sql", "CREATE TABLE orders (id integer PRIMARY KEY);\n")
                .sql("R__views.sql", "CREATE OR REPLACE VIEW items AS SELECT id FROM item;\n");
    }

    @AfterEach
    void end() {
        shop.close();
    }

    @Test
    void isNoObstacle() throws SQLException {
        release.sql("V3__more.sql", "CREATE TABLE more ();\n")
                .sql("V1.5__late.sql", "CREATE TABLE late ();\n")
                .sql("R__other.sql", "CREATE OR REPLACE VIEW other AS SELECT id FROM item;\n");
        assertThat(shop.migrate(release)).isTrue();
        Readiness found = shop.find();

        assertThat(found.isReady()).isTrue();
        assertThat(found.unknown()).containsExactly("shop@1.5", "shop@3", "shop@R__other");
        assertThat(shop.check(ReadinessPolicy.FAIL).describe(found))
                .endsWith(
                        "is ready: 1 module, 2 tables. It is newer than this application, which does not know shop@1.5"
                                + " and 2 more.");
    }

    @Test
    void mayHaveANewerTextOfARepeatableMigration() throws SQLException {
        release.sql("R__views.sql", "CREATE OR REPLACE VIEW items AS SELECT id FROM item WHERE id > 0;\n");
        assertThat(shop.migrate(release)).isTrue();
        assertThat(shop.find().isReady()).isTrue();
    }

    /** The histories are the same for an old application on a new database, and for a new one after a reverted change. */
    @Test
    void isReadyAndNamesTheTextThatIsNotTheApplications() throws SQLException {
        release.sql("R__views.sql", "CREATE OR REPLACE VIEW items AS SELECT id FROM item WHERE id > 0;\n")
                .sql("R__more.sql", "SELECT 1;\n");
        shop.module().sql("R__more.sql", "SELECT 2;\n");
        shop.upgrade();
        assertThat(shop.find().otherTexts()).isEmpty();
        assertThat(shop.migrate(release)).isTrue();
        Readiness found = shop.find();

        assertThat(found.isReady()).isTrue();
        assertThat(found.otherTexts()).containsExactly("shop@R__more", "shop@R__views");
        assertThat(shop.check(ReadinessPolicy.FAIL).describe(found))
                .endsWith("is ready: 1 module, 2 tables. Last run there with another text than this application's:"
                        + " shop@R__more and 1 more.");
    }

    @Test
    void isToBeMigratedWhereTheNewerTextIsTheApplications() throws SQLException {
        shop.module().sql("R__views.sql", "CREATE OR REPLACE VIEW items AS SELECT id FROM item WHERE id > 0;\n");

        assertThat(shop.find().pending()).containsExactly("shop@R__views");
    }

    /** After a downgrade the views are gone, and whoever ran them is the past. */
    @Test
    void isToBeMigratedWhereARepeatableMigrationWasTakenBack() throws SQLException {
        shop.execute(
                "INSERT INTO shop.flyway_schema_history SELECT 99, version, description, 'DELETE', script, checksum,"
                        + " installed_by, installed_on, 0, true FROM shop.flyway_schema_history WHERE version IS NULL");

        assertThat(shop.find().pending()).containsExactly("shop@R__views");
    }

    @Test
    void mayBeInTheMiddleOfAMigration() throws SQLException {
        release.sql("V3__index.sql", "CREATE INDEX CONCURRENTLY i ON item (id);\nSELECT 1 / 0;\n")
                .sql("V3__index.sql.conf", "executeInTransaction=false\n");
        assertThat(shop.migrate(release)).isFalse();
        Readiness found = shop.find();

        assertThat(found.isReady()).isTrue();
        assertThat(found.unknown()).containsExactly("shop@3");
    }

    @Test
    void isAnObstacleInTheMiddleOfAMigrationOfTheApplication() throws SQLException {
        shop.module()
                .sql("V3__index.sql", "CREATE INDEX CONCURRENTLY i ON item (id);\nSELECT 1 / 0;\n")
                .sql("V3__index.sql.conf", "executeInTransaction=false\n");
        shop.upgrade();
        Readiness found = shop.find();

        assertThat(found.problems()).extracting(Problem::code).containsExactly(ProblemCode.FAILED_MIGRATION);
        assertThat(found.pending()).containsExactly("shop@3");
    }

    @Test
    void isAnObstacleWithoutATableThatTheApplicationNeeds() throws SQLException {
        release.sql("V3__less.sql", "DROP TABLE orders;\n");
        assertThat(shop.migrate(release)).isTrue();

        assertThat(shop.find().missingTables()).containsExactly("shop.orders");
    }

    @Test
    void mayBeBuiltFromABaseline() throws SQLException {
        shop.execute("DROP SCHEMA shop CASCADE");
        release.delete("V1__items.sql")
                .delete("V2__orders.sql")
                .sql("B3__all.sql", "CREATE TABLE item (id integer); CREATE TABLE orders (id integer);\n");
        assertThat(shop.migrate(release)).isTrue();

        assertThat(shop.find().isReady()).isTrue();
    }
}
