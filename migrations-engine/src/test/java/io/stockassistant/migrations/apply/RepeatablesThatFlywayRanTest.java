package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stock Flyway ran counts as run, and what it would run again is run again. */
class RepeatablesThatFlywayRanTest {

    @RegisterExtension
    final Scene scene = new Scene();

    @BeforeEach
    void views() {
        Views.writeTo(scene);
        assertThat(scene.flyway("shop").migrate()).isEqualTo(4);
    }

    @Test
    void countAsRun() throws SQLException {
        assertNothingIsLeft();
        assertThat(Views.made(scene)).containsExactly("cheap_items", "dear_items");
    }

    @Test
    void countAsRunWhenItRanThemAgain() throws SQLException {
        Views.writeView(scene, "cheap_items", "price < 9");
        Agreement.check(scene, "shop");
        assertThat(scene.flyway("shop").migrate()).isEqualTo(1);
        assertNothingIsLeft();
    }

    @Test
    void runAgainAfterAVersionWasUndoneUnderThem() throws SQLException {
        scene.down("-1");
        assertThat(scene.up().done())
                .extracting(each -> each.step().name())
                .containsExactly("shop@2", "shop@R__cheap_items", "shop@R__dear_items");
        assertNothingIsLeft();
        assertThat(scene.flyway("shop").migrate()).isZero();
    }

    @Test
    void runAgainWhenTheyRanWithoutValues() throws SQLException {
        scene.modules().file("shop/R__cheap_items.sql", "-- below ${limit}\nSELECT 1;\n");
        scene.modules().delete("shop/R__dear_items.sql");
        StockFlyway plain = scene.flyway("shop");
        plain.configuration().placeholderReplacement(false);
        plain.repair();
        assertThat(plain.migrate()).isEqualTo(1);
        assertThat(scene.up().done()).hasSize(1);
        assertNothingIsLeft();
        assertThat(scene.flyway("shop").migrate()).isZero();
    }

    @Test
    void mayBeLostWhenItsRepairHasSaidSo() throws SQLException {
        scene.modules().delete("shop/R__cheap_items.sql");
        assertThatThrownBy(scene::up)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("R__cheap_items.sql of shop has run, but its file is gone");
        scene.flyway("shop").repair();
        assertThat(scene.history("shop")).last().asString().startsWith("DELETE|null");
        assertNothingIsLeft();

        Views.writeView(scene, "cheap_items", "price < 10");
        Agreement.check(scene, "shop");
        assertThat(scene.up().done()).hasSize(1);
        assertNothingIsLeft();
    }

    @Test
    void areMendedWhereItLeftOneFailed() throws SQLException {
        scene.modules()
                .file("shop/R__cheap_items.sql", "VACUUM items;\nVACUUM no_such_table;\n")
                .withoutTransaction("shop", "R__cheap_items");
        assertThatThrownBy(() -> scene.flyway("shop").migrate()).isInstanceOf(FlywayException.class);
        assertThat(scene.history("shop")).last().isEqualTo("SQL|null|f");
        Agreement.check(scene, "shop");
        assertThatThrownBy(scene::up)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("stopped in the middle");
        assertThat(scene.runs().repair()).hasSize(1);
        scene.modules().file("shop/R__cheap_items.sql", "VACUUM items;\n");
        Agreement.check(scene, "shop");
        assertThat(scene.up().done()).hasSize(1);
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws SQLException {
        assertThat(scene.up()).isInstanceOf(NothingToDo.class);
        assertThat(scene.runs().repair()).isEmpty();
        assertThat(scene.flyway("shop").validate()).isEmpty();
        Agreement.check(scene, "shop");
    }
}
