package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A module that keeps its migrations in a folder for each year, as Flyway allows it. */
class MigrationsInFoldersBelowTest {

    private static final String SCRIPTS =
            "SELECT version, description, type, script, checksum FROM shop.flyway_schema_history"
                    + " WHERE type = 'SQL' ORDER BY installed_rank";

    @RegisterExtension
    final Scene scene = new Scene();

    @BeforeEach
    void threeMigrationsAndAView() {
        scene.modules()
                .migration("shop", "1__a", "CREATE TABLE a (id integer);\n", "DROP TABLE a;\n")
                .file("shop/2026/V2__b.sql", "ALTER TABLE a ADD b text DEFAULT '${flyway:filename}';\n")
                .file("shop/2026/U2__b.sql", "ALTER TABLE a DROP b;\n")
                .file("shop/2026/spring/V3__c.sql", "VACUUM a;\n")
                .file("shop/2026/spring/V3__c.sql.conf", "executeInTransaction=false\n")
                .file("shop/views/R__all.sql", "CREATE OR REPLACE VIEW v AS SELECT * FROM a;\n");
    }

    @Test
    void areAppliedAndRecordedAsFlywayDoes() throws SQLException {
        scene.up();

        List<String> ours = scene.rows(SCRIPTS);
        assertThat(ours.toString())
                .contains("|2026/V2__b.sql|", "|2026/spring/V3__c.sql|", "|views/R__all.sql|", "|V1__a.sql|");
        assertThat(scene.flyway("shop").validate()).isEmpty();
        assertThat(scene.flyway("shop").migrate()).isZero();
        String filename = "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef";
        List<String> expected = scene.rows(filename);

        scene.execute("DROP SCHEMA shop CASCADE");
        assertThat(scene.flyway("shop").migrate()).isEqualTo(4);
        assertThat(scene.rows(SCRIPTS)).isEqualTo(ours);
        assertThat(scene.rows(filename)).isEqualTo(expected);
        assertThat(scene.up()).isInstanceOf(ApplyReport.NothingToDo.class);
    }

    @Test
    void areUndoneAndMovedAboutAsOthersAre() throws SQLException {
        scene.up();
        scene.modules()
                .delete("shop/2026/V2__b.sql")
                .file("shop/V2__b.sql", "ALTER TABLE a ADD b text DEFAULT '${flyway:filename}';\n");

        assertThat(scene.up()).isInstanceOf(ApplyReport.NothingToDo.class);
        scene.modules().delete("shop/2026/spring/V3__c.sql").delete("shop/2026/spring/V3__c.sql.conf");
        scene.runs().repair();
        scene.modules().delete("shop/views/R__all.sql");
        scene.execute("DROP VIEW shop.v");
        scene.down("shop@1");
        assertThat(scene.rows("SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'shop'"
                        + " AND table_name = 'a'"))
                .containsExactly("id");
    }

    @Test
    void haveOneVersionEachAcrossAllFolders() {
        scene.modules().file("shop/2027/V2__other.sql", "SELECT 1;\n");

        List<Problem> problems = new Planner(scene.modules().migrations()).fileProblems();

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.DUPLICATE_VERSION);
        assertThat(problems.get(0).message())
                .isEqualTo("Two files of module shop have the version 2: 2026/V2__b.sql and 2027/V2__other.sql.");
    }

    @Test
    void needTheirWayBackByItsName() throws SQLException {
        scene.up();

        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> scene.down("shop@2"));

        assertThat(thrown).hasMessageContaining("there is no file 2026/spring/U3__c.sql.");
    }
}
