package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ARepeatableMigrationThatFailsTest {

    @RegisterExtension
    final Scene scene = new Scene();

    @BeforeEach
    void views() throws SQLException {
        Views.writeTo(scene);
        scene.up();
    }

    @Test
    void isRolledBackAsAWholeAndTriedAgain() throws SQLException {
        Views.writeView(scene, "cheap_items", "price < 9;\nINSERT INTO made VALUES ('never');\nSELECT 1 / 0");
        Views.writeView(scene, "dear_items", "price > ${limit} + 1");
        Stopped stopped = (Stopped) scene.up();
        assertThat(stopped.failure().code()).isEqualTo(ProblemCode.FAILED_MIGRATION);
        assertThat(stopped.failure().line()).isEqualTo(3);
        assertThat(stopped.failure().step().name()).isEqualTo("shop@R__cheap_items");
        assertThat(stopped.notReached()).hasSize(1);
        assertThat(Views.made(scene)).containsExactly("cheap_items", "dear_items");
        assertThat(scene.history("shop")).hasSize(4).allMatch(each -> each.endsWith("|t"));

        Views.writeView(scene, "cheap_items", "price < 9");
        assertThat(scene.up().done()).hasSize(2);
        assertThat(scene.flyway("shop").migrate()).isZero();
    }

    @Test
    void withoutATransactionIsExplainedAndStandsInTheWayUntilItIsRepaired() throws SQLException {
        scene.modules()
                .file("shop/R__cheap_items.sql", "VACUUM items;\nVACUUM no_such_table;\n")
                .withoutTransaction("shop", "R__cheap_items");
        Stopped stopped = (Stopped) scene.up();
        assertThat(stopped.failure().state()).contains("1 of its 2 statements");
        assertThatThrownBy(scene::up)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The repeatable migration R__cheap_items.sql of shop runs without a transaction");
        assertThatThrownBy(() -> scene.down("-1")).isInstanceOf(ProblemException.class);
        assertThat(scene.runs().repair())
                .singleElement()
                .satisfies(each -> assertThat(each.name()).isEqualTo("shop@R__cheap_items"));
        scene.modules().file("shop/R__cheap_items.sql", "VACUUM items;\n");
        assertThat(scene.up().done()).hasSize(1);
        assertThat(scene.history("shop")).hasSize(5);
    }

    @Test
    void withoutATransactionInItsFirstStatementLeavesNothing() throws SQLException {
        scene.modules()
                .file("shop/R__cheap_items.sql", "VACUUM no_such_table;\n")
                .withoutTransaction("shop", "R__cheap_items");
        assertThat(scene.up()).isInstanceOf(Stopped.class);
        assertThat(scene.history("shop")).hasSize(4).allMatch(each -> each.endsWith("|t"));
        assertThat(scene.runs().repair()).isEmpty();
    }
}
