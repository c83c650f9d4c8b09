package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.Effort;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever we did, stock Flyway validates the module, and sees what we see. */
class AfterOurRunsFlywayTest {

    @RegisterExtension
    final Scene scene = new Scene();

    /** What we do, and how many migrations are left for Flyway then. */
    private record Situation(String name, Deed deed, int pending) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Deed {
        void on(Scene scene) throws SQLException;
    }

    static Stream<Situation> situations() {
        return Stream.of(
                new Situation("upgraded", Scene::up, 0),
                new Situation("upgraded to the second", each -> each.up("shop@2"), 2),
                new Situation("upgraded step by step", AfterOurRunsFlywayTest::stepByStep, 0),
                new Situation("the newest undone", each -> upAndDown(each, "-1"), 1),
                new Situation("two undone", each -> upAndDown(each, "shop@2"), 2),
                new Situation("all undone", each -> upAndDown(each, "base"), 4),
                new Situation(
                        "undone and applied again",
                        each -> upAndDown(each, "shop@1").up(),
                        0),
                new Situation("undone to base, applied, undone", each -> upAndDown(upAndDown(each, "base"), "-2"), 2),
                new Situation(
                        "a late arrival applied",
                        each -> lateArrival(each).runs().upOutOfOrder(),
                        0),
                new Situation("a late arrival applied and undone", AfterOurRunsFlywayTest::lateArrivalUndone, 3),
                new Situation("a failed upgrade without transaction repaired", each -> failed(each, "V"), 1),
                new Situation("a failed downgrade without transaction repaired", each -> failed(each, "U"), 0),
                new Situation("an edited file repaired", AfterOurRunsFlywayTest::edited, 0),
                new Situation("a lost file repaired", AfterOurRunsFlywayTest::lost, 0));
    }

    @BeforeEach
    void shop() {
        Shop.writeTo(scene.modules());
    }

    @ParameterizedTest
    @MethodSource("situations")
    void isContentAndAgrees(Situation situation) throws SQLException {
        situation.deed().on(scene);
        assertThat(scene.flyway("shop").validate()).isEmpty();
        Agreement.check(scene, "shop");
        Agreement.checkRemovals(scene.history("shop"));
        assertThat(scene.flyway("shop").outOfOrder().migrate()).isEqualTo(situation.pending());
        assertThat(scene.up()).as("what Flyway did then").isInstanceOf(ApplyReport.NothingToDo.class);
    }

    @Test
    void agreesAllTheWayOfARandomWalk() throws SQLException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < Effort.of(12, 400); i++) {
            int applied = scene.runs().history().stream()
                    .mapToInt(each -> each.findRow().isPresent() ? 1 : 0)
                    .sum();
            boolean up = applied == 0 || (applied < 4 && random.nextBoolean());
            ApplyReport report = up
                    ? scene.up("+" + (1 + random.nextInt(4 - applied)))
                    : scene.down("-" + (1 + random.nextInt(applied)));
            assertThat(report).as("seed " + seed).isInstanceOf(ApplyReport.Applied.class);
            assertThat(scene.flyway("shop").validate()).as("seed " + seed).isEmpty();
            Agreement.check(scene, "shop");
        }
        Agreement.checkRemovals(scene.history("shop"));
    }

    private static void stepByStep(Scene scene) throws SQLException {
        for (int i = 0; i < 4; i++) {
            scene.up("+1");
        }
    }

    private static Scene upAndDown(Scene scene, String target) throws SQLException {
        scene.up();
        scene.down(target);
        return scene;
    }

    private static Scene lateArrival(Scene scene) throws SQLException {
        scene.up();
        scene.modules().migration("shop", "2.5__late", "CREATE TABLE late ();\n", "DROP TABLE late;\n");
        return scene;
    }

    private static void lateArrivalUndone(Scene scene) throws SQLException {
        lateArrival(scene).runs().upOutOfOrder();
        scene.down("shop@2");
    }

    private static void failed(Scene scene, String letter) throws SQLException {
        if (letter.equals("U")) {
            scene.up();
        }
        Shop.breakLastAfterItsFirstStatement(scene.modules(), letter);
        ApplyReport report = letter.equals("U") ? scene.down("-1") : scene.up();
        assertThat(report).isInstanceOf(ApplyReport.Stopped.class);
        assertThat(scene.flyway("shop").validate()).isNotEmpty();
        Agreement.check(scene, "shop");
        scene.execute("DROP INDEX IF EXISTS shop.ix_items_name");
        Shop.writeTo(scene.modules());
        assertThat(scene.runs().repair()).hasSize(1);
    }

    private static void edited(Scene scene) throws SQLException {
        scene.up();
        scene.modules().file("shop/V1__items.sql", "CREATE TABLE items (id integer);\n");
        scene.runs().repair();
    }

    private static void lost(Scene scene) throws SQLException {
        scene.up();
        scene.modules().delete("shop/V4__index.sql").delete("shop/U4__index.sql");
        Agreement.check(scene, "shop");
        scene.runs().repair();
    }
}
