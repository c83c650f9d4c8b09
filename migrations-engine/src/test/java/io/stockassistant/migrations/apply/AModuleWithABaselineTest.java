package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.plan.HistoryEntry;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** B files in databases of every kind; stock Flyway, which knows them too, agrees. */
class AModuleWithABaselineTest {

    private static final String BASELINE = """
            CREATE TABLE items (id int, name text);
            INSERT INTO items VALUES (1, 'one'), (2, 'one');
            """;

    @RegisterExtension
    final Scene scene = new Scene();

    @BeforeEach
    void shop() {
        Shop.writeTo(scene.modules());
    }

    /** Versions 1 to 3 become one file. */
    private void squash() {
        squash("-- replaces: 1\n-- replaces: 2\n-- replaces: 3\n-- last-release: 2026.1\n");
        for (String each : List.of("1__items", "2__names", "3__rows")) {
            scene.modules().delete("shop/V" + each + ".sql").delete("shop/U" + each + ".sql");
        }
    }

    private void squash(String header) {
        scene.modules().file("shop/B3__all.sql", header + BASELINE);
    }

    private List<String> rows() throws SQLException {
        return scene.rows("SELECT type, version, description, script, checksum IS NULL, success"
                + " FROM shop.flyway_schema_history ORDER BY installed_rank");
    }

    private void assertFlywayAgrees() throws SQLException {
        assertThat(scene.flyway("shop").validate()).isEmpty();
        Agreement.check(scene, "shop");
        assertThat(scene.flyway("shop").migrate()).isZero();
        assertThat(scene.up()).isInstanceOf(NothingToDo.class);
    }

    @Test
    void beginsWithItInAnEmptyDatabase() throws SQLException {
        squash();
        Agreement.check(scene, "shop");
        assertThat(scene.up().done()).extracting(each -> each.step().name()).containsExactly("shop@3", "shop@4");
        assertThat(rows()).containsExactly("BASELINE|3|all|B3__all.sql|f|t", "SQL|4|index|V4__index.sql|f|t");
        assertFlywayAgrees();
        scene.down("shop@3");
        assertThat(scene.history("shop")).containsExactly("BASELINE|3|t", "SQL|4|t", "DELETE|4|t");
        assertThat(scene.flyway("shop").validate()).isEmpty();
        Agreement.check(scene, "shop");
        assertThat(scene.up().done()).hasSize(1);
        assertFlywayAgrees();
    }

    @Test
    void isToldByTheNameOfItsFileAndNotOfItsFolder() throws SQLException {
        squash();
        scene.modules()
                .delete("shop/B3__all.sql")
                .file("shop/all/B3__all.sql", "-- replaces: 1\n-- replaces: 2\n-- replaces: 3\n" + BASELINE)
                .file("shop/Billing/V5__bills.sql", "CREATE TABLE bills ();\n")
                .file("shop/Billing/U5__bills.sql", "DROP TABLE bills;\n");
        scene.up();
        assertThat(scene.history("shop")).containsExactly("BASELINE|3|t", "SQL|4|t", "SQL|5|t");
        assertThat(scene.rows("SELECT to_regclass('shop.bills') IS NOT NULL")).containsExactly("t");
        assertFlywayAgrees();
        scene.down("-1");
        assertThat(scene.rows("SELECT to_regclass('shop.bills') IS NULL")).containsExactly("t");
    }

    @Test
    void mayKeepTheFilesThatItReplaces() throws SQLException {
        squash("-- replaces: 1\n-- replaces: 2\n-- replaces: 3\n");
        scene.up();
        assertThat(scene.history("shop")).containsExactly("BASELINE|3|t", "SQL|4|t");
        assertThat(scene.flyway("shop").validate()).isEmpty();
        assertThat(scene.flyway("shop").migrate()).isZero();
    }

    @Test
    void isTheSameDatabaseEitherWay() throws SQLException {
        scene.up();
        List<String> stepByStep = scene.catalog();
        scene.execute("DROP SCHEMA shop CASCADE; DROP SCHEMA migrations CASCADE");
        squash();
        scene.up();
        assertThat(scene.catalog()).isEqualTo(stepByStep);
    }

    @Test
    void isRecordedWhereAllThatItReplacesIsThere() throws SQLException {
        scene.up();
        List<String> before = scene.catalog();
        squash();
        assertThat(scene.up().done()).hasSize(1);
        assertThat(scene.history("shop").subList(4, 8))
                .containsExactly("DELETE|1|t", "DELETE|2|t", "DELETE|3|t", "BASELINE|3|t");
        assertThat(scene.rows("SELECT count(*) FROM shop.items")).containsExactly("2");
        assertThat(scene.catalog()).isEqualTo(before);
        assertFlywayAgrees();
    }

    @Test
    void doesNotSwallowWhatItWasNotMadeFrom() throws SQLException {
        scene.modules().upgrade("shop", "2.5__hotfix", "CREATE TABLE hotfix (id int);\n");
        scene.up();
        List<String> before = rows();
        squash();
        scene.modules().delete("shop/V2.5__hotfix.sql");
        assertThatThrownBy(scene::up)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not made from shop@2.5 (V2.5__hotfix.sql)");
        assertThat(rows()).isEqualTo(before);
        assertThat(scene.runs().history())
                .filteredOn(each -> each.state() == HistoryEntry.State.MISSING)
                .singleElement()
                .satisfies(each -> assertThat(each.description()).isEqualTo("hotfix"));

        assertThat(scene.runs().repair())
                .singleElement()
                .satisfies(each -> assertThat(each.name()).isEqualTo("shop@2.5"));
        assertThat(scene.up().done()).hasSize(1);
        assertFlywayAgrees();
    }

    @Test
    void doesNotSwallowAnEdit() throws SQLException {
        scene.up();
        squash(String.join(
                        "\n",
                        scene.rows("SELECT '-- replaces: ' || version || ' ' || checksum"
                                + " FROM shop.flyway_schema_history WHERE version <> '4'"))
                + "\n");
        for (String each : List.of("1__items", "2__names", "3__rows")) {
            scene.modules().delete("shop/V" + each + ".sql").delete("shop/U" + each + ".sql");
        }
        scene.execute("UPDATE shop.flyway_schema_history SET checksum = 4711 WHERE version = '2'");
        assertThatThrownBy(scene::up)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("shop@2 was applied from another V2__names.sql");
        assertThat(scene.runs().history())
                .filteredOn(each -> each.state() == HistoryEntry.State.CHANGED)
                .hasSize(1);

        assertThat(scene.runs().repair()).hasSize(1);
        assertThat(scene.up().done()).hasSize(1);
        assertFlywayAgrees();
    }

    @Test
    void isTheLowestPlaceToGoBackTo() throws SQLException {
        squash();
        scene.up();
        for (String each : List.of("base", "shop@base", "-2", "shop@-2")) {
            assertThatThrownBy(() -> scene.down(each))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("shop stands on a baseline at 3, which cannot be undone");
        }
        assertThat(scene.down("shop@-1").done()).hasSize(1);
        assertThatThrownBy(() -> scene.down("shop@-1")).hasMessageContaining("nothing is applied above it");
    }

    @Test
    void isRecordedAsAWholeOrNotAtAll() throws SQLException {
        scene.up();
        squash();
        scene.execute("ALTER TABLE shop.flyway_schema_history ADD CHECK (type <> 'BASELINE')");
        assertThat(scene.up()).isInstanceOf(Stopped.class);
        assertThat(scene.history("shop")).hasSize(4);
    }

    @Test
    void isRefusedWhereSomeAreMissing() throws SQLException {
        scene.up("shop@1");
        squash();
        assertThatThrownBy(scene::up).isInstanceOf(ProblemException.class).hasMessageContaining("lacks 2, 3");
        assertThat(scene.history("shop")).hasSize(1);
        Shop.writeTo(scene.modules());
        assertThat(scene.up().done()).as("with the files of the last release").hasSize(3);
        squash();
        scene.up();
        assertFlywayAgrees();
    }

    @Test
    void isPassedOverInADatabaseThatWentStepByStepWithoutAHeader() throws SQLException {
        scene.up("shop@2");
        squash("");
        assertThat(scene.up().done()).extracting(each -> each.step().name()).containsExactly("shop@3", "shop@4");
        assertFlywayAgrees();
    }

    @Test
    void isReplacedByANewerOne() throws SQLException {
        squash();
        scene.up();
        scene.modules()
                .delete("shop/B3__all.sql")
                .delete("shop/V4__index.sql")
                .delete("shop/U4__index.sql")
                .upgrade("shop", "5__more", "CREATE TABLE more ();\n")
                .file(
                        "shop/B4__all.sql",
                        "-- replaces: 4\n" + BASELINE + "CREATE INDEX ix_items_name ON items (name);\n");
        assertThat(scene.up().done()).extracting(each -> each.step().name()).containsExactly("shop@4", "shop@5");
        assertThat(scene.history("shop"))
                .containsExactly("BASELINE|3|t", "SQL|4|t", "DELETE|4|t", "BASELINE|4|t", "SQL|5|t");
        assertThat(scene.flyway("shop").validate()).isEmpty();
        Agreement.check(scene, "shop", "3"); // a row that Flyway goes on to show
        assertThat(scene.flyway("shop").migrate()).isZero();
    }

    @Test
    void goesOnFromOneThatFlywayRan() throws SQLException {
        squash();
        assertThat(scene.flyway("shop").migrate()).isEqualTo(2);
        assertThat(scene.history("shop")).containsExactly("SCHEMA|null|t", "SQL_BASELINE|3|t", "SQL|4|t");
        assertFlywayAgrees();
        scene.down("shop@3");
        assertThat(scene.up().done()).hasSize(1);
        assertFlywayAgrees();
        scene.modules()
                .delete("shop/B3__all.sql")
                .delete("shop/V4__index.sql")
                .delete("shop/U4__index.sql")
                .file("shop/B4__all.sql", "-- replaces: 4\n" + BASELINE);
        assertThat(scene.up().done()).hasSize(1);
        assertThat(scene.history("shop")).endsWith("DELETE|3|t", "DELETE|4|t", "BASELINE|4|t");
        assertFlywayAgrees();
    }

    @Test
    void thatFlywayRanDoesNotLoseItsFile() throws SQLException {
        squash();
        scene.flyway("shop").migrate();
        scene.modules().delete("shop/B3__all.sql");
        assertThatThrownBy(scene::up)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("shop@3 is applied, but its file B3__all.sql is gone");
        Agreement.check(scene, "shop");
        assertThat(scene.runs().repair()).hasSize(1);
        assertFlywayAgrees();
    }

    @Test
    void isNotEditedSince() throws SQLException {
        squash();
        scene.up();
        squash("-- replaces: 1\n-- replaces: 2\n-- replaces: 3\n-- another comment\n");
        assertThatThrownBy(scene::up)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("B3__all.sql has been edited");
        assertThat(scene.runs().repair()).singleElement().satisfies(each -> {
            assertThat(each.name()).isEqualTo("shop@3");
            assertThat(each.edited()).isNotNull();
        });
        assertFlywayAgrees();
    }

    @Test
    void thatStoppedInTheMiddleIsNotTakenForApplied() throws SQLException {
        squash();
        scene.modules()
                .file("shop/B3__all.sql", "CREATE TABLE items (id int, name text);\nVACUUM no_such_table;\n")
                .withoutTransaction("shop", "B3__all");
        assertThat(scene.up()).isInstanceOf(Stopped.class);
        assertThat(scene.history("shop")).containsExactly("BASELINE|3|f");
        assertThatThrownBy(scene::up)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("shop@3 runs without a transaction and stopped in the middle");
        assertThat(scene.runs().repair()).hasSize(1);
        assertThat(scene.history("shop")).isEmpty();
        scene.execute("DROP TABLE shop.items");
        scene.modules().delete("shop/B3__all.sql.conf");
        squash("");
        scene.up();
        assertFlywayAgrees();
    }

    @Test
    void mayLoseItsFile() throws SQLException {
        squash();
        scene.up();
        scene.modules().delete("shop/B3__all.sql");
        assertFlywayAgrees();
        assertThat(scene.runs().repair()).isEmpty();
    }

    @Test
    void canBeStamped() throws SQLException {
        squash();
        scene.up();
        List<String> run = rows();
        scene.execute("DROP SCHEMA shop CASCADE");
        scene.runs().stamp("head");
        assertThat(rows()).isEqualTo(run);
        assertFlywayAgrees();
    }
}
