package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.plan.HistoryEntry;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stock Flyway did, we accept. */
class AfterFlywayOurRunsTest {

    @RegisterExtension
    final Scene scene = new Scene();

    @BeforeEach
    void shop() {
        Shop.writeTo(scene.modules());
    }

    @Test
    void findNothingToDoAfterMigrate() throws SQLException {
        assertThat(scene.flyway("shop").migrate()).isEqualTo(4);
        assertThat(scene.history("shop")).first().asString().startsWith("SCHEMA|null");
        assertThat(scene.up()).isInstanceOf(NothingToDo.class);
        Agreement.check(scene, "shop");
    }

    @Test
    void goOnWhereItStopped() throws SQLException {
        scene.flyway("shop").configuration().target("2").load().migrate();
        assertThat(versions(scene.up())).containsExactly("3", "4");
        assertContent();
    }

    @Test
    void undoWhatItApplied() throws SQLException {
        scene.flyway("shop").migrate();
        assertThat(versions(scene.down("shop@2"))).containsExactly("4", "3");
        assertContent();
        assertThat(versions(scene.down("base"))).containsExactly("2", "1");
        assertContent();
        assertThat(scene.flyway("shop").migrate()).isEqualTo(4);
    }

    @Test
    void beginAboveItsBaseline() throws SQLException {
        scene.execute("CREATE SCHEMA shop; CREATE TABLE shop.items (id int, name text)");
        scene.flyway("shop").configuration().baselineVersion("2").load().baseline();
        assertThat(scene.runs().history())
                .extracting(HistoryEntry::state)
                .containsExactly(
                        HistoryEntry.State.APPLIED,
                        HistoryEntry.State.APPLIED,
                        HistoryEntry.State.PENDING,
                        HistoryEntry.State.PENDING);
        assertThat(versions(scene.up())).containsExactly("3", "4");
        assertContent();
        assertThat(versions(scene.down("shop@2")))
                .as("what the baseline stands for was never applied")
                .containsExactly("4", "3");
        assertContent();
    }

    @Test
    void applyWhatItsRepairDeleted() throws SQLException {
        scene.flyway("shop").migrate();
        scene.modules().delete("shop/V4__index.sql").delete("shop/U4__index.sql");
        scene.flyway("shop").repair();
        assertThat(scene.history("shop")).last().asString().startsWith("DELETE|4");
        assertThat(scene.up()).isInstanceOf(NothingToDo.class);

        Shop.writeTo(scene.modules());
        scene.execute("DROP INDEX shop.ix_items_name");
        assertThat(versions(scene.up())).containsExactly("4");
        assertContent();
    }

    @Test
    void acceptWhatItAppliedOutOfOrder() throws SQLException {
        scene.flyway("shop").migrate();
        scene.modules().migration("shop", "1.5__late", "CREATE TABLE late ();\n", "DROP TABLE late;\n");
        assertThatThrownBy(scene::up).isInstanceOf(ProblemException.class).hasMessageContaining("shop@1.5");
        Agreement.check(scene, "shop");
        scene.flyway("shop").outOfOrder().migrate();
        assertThat(scene.up()).isInstanceOf(NothingToDo.class);
        assertThat(versions(scene.down("shop@1")))
                .as("by version, whatever the rank")
                .containsExactly("4", "3", "2", "1.5");
        assertContent();
    }

    @Test
    void reportWhatItLeftFailed() throws SQLException {
        Shop.breakLastAfterItsFirstStatement(scene.modules(), "V");
        assertThatThrownBy(() -> scene.flyway("shop").migrate()).isInstanceOf(FlywayException.class);
        assertThat(scene.history("shop")).last().isEqualTo("SQL|4|f");
        Agreement.check(scene, "shop");
        assertThatThrownBy(scene::up)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("shop@4 runs without a transaction and stopped in the middle");
        assertThat(scene.runs().repair()).hasSize(1);
        Agreement.check(scene, "shop");
    }

    private void assertContent() throws SQLException {
        assertThat(scene.flyway("shop").validate()).isEmpty();
        Agreement.check(scene, "shop");
        Agreement.checkRemovals(scene.history("shop"));
    }

    private static List<String> versions(ApplyReport report) {
        assertThat(report).isInstanceOf(ApplyReport.Applied.class);
        return report.done().stream()
                .map(ApplyReport.DoneStep::step)
                .map(each -> each.findVersion().orElseThrow().toString())
                .toList();
    }
}
