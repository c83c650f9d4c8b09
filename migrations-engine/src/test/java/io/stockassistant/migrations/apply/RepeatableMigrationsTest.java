package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** They run after the versions of their module, in order of description, when they are new, changed, or undone under. */
class RepeatableMigrationsTest {

    @RegisterExtension
    final Scene scene = new Scene();

    /** What happens, what was made by then, and how many migrations are left for the next run. */
    private record Situation(String name, Deed deed, List<String> made, int pending) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Deed {
        void on(Scene scene) throws SQLException;
    }

    private static Situation situation(String name, Deed deed, int pending, String... made) {
        return new Situation(name, deed, List.of(made), pending);
    }

    static Stream<Situation> situations() {
        return Stream.of(
                situation("new", Scene::up, 0, "cheap_items", "dear_items"),
                situation("run again", each -> upAnd(each, () -> {}).up(), 0, "cheap_items", "dear_items"),
                situation(
                        "one changed, and not run yet",
                        each -> upAnd(each, () -> Views.writeView(each, "cheap_items", "price < 9")),
                        1,
                        "cheap_items",
                        "dear_items"),
                situation(
                        "one changed",
                        each -> upAnd(each, () -> Views.writeView(each, "cheap_items", "price < 9"))
                                .up(),
                        0,
                        "cheap_items",
                        "dear_items",
                        "cheap_items"),
                situation(
                        "changed, and changed back",
                        RepeatableMigrationsTest::changedBack,
                        0,
                        "cheap_items",
                        "dear_items",
                        "cheap_items",
                        "cheap_items"),
                situation(
                        "only line ends changed",
                        each -> upAnd(each, () -> writeWithOtherLineEnds(each)).up(),
                        0,
                        "cheap_items",
                        "dear_items"),
                situation(
                        "the value of a placeholder changed",
                        each -> upAnd(each, () -> each.placeholder("LIMIT", "200"))
                                .up(),
                        0,
                        "cheap_items",
                        "dear_items",
                        "dear_items"),
                situation(
                        "the value of a placeholder that none has changed",
                        each -> upAnd(each, () -> each.placeholder("other", "200"))
                                .up(),
                        0,
                        "cheap_items",
                        "dear_items"),
                situation("a version below the head", each -> each.up("shop@1"), 3),
                situation("the module by name", each -> each.up("shop"), 0, "cheap_items", "dear_items"),
                situation("the head by its version", each -> each.up("shop@2"), 0, "cheap_items", "dear_items"),
                situation("the versions alone, counted", each -> each.up("+2"), 2),
                situation("three steps", each -> each.up("+3"), 1, "cheap_items"),
                situation("three steps of the module", each -> each.up("shop@+3"), 1, "cheap_items"),
                situation(
                        "a version undone", each -> upAnd(each, () -> each.down("-1")), 3, "cheap_items", "dear_items"),
                situation(
                        "a version undone and applied again",
                        each -> upAnd(each, () -> each.down("-1")).up(),
                        0,
                        "cheap_items",
                        "dear_items",
                        "cheap_items",
                        "dear_items"),
                situation("undone under one that never ran", each -> upTwoAnd(each, () -> each.down("-1")), 3),
                situation(
                        "a changed one when a version is undone",
                        RepeatableMigrationsTest::changedAndUndone,
                        3,
                        "cheap_items",
                        "dear_items",
                        "cheap_items"),
                situation(
                        "lost and repaired", RepeatableMigrationsTest::lostAndRepaired, 0, "cheap_items", "dear_items"),
                situation(
                        "lost, repaired, and back",
                        RepeatableMigrationsTest::lostAndBack,
                        0,
                        "cheap_items",
                        "dear_items",
                        "cheap_items"),
                situation(
                        "renamed and repaired",
                        RepeatableMigrationsTest::renamedAndRepaired,
                        1,
                        "cheap_items",
                        "dear_items"),
                situation(
                        "a failed one without a transaction, repaired",
                        RepeatableMigrationsTest::failedAndRepaired,
                        1,
                        "cheap_items",
                        "dear_items"));
    }

    @BeforeEach
    void views() {
        Views.writeTo(scene);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void runWhenTheyHaveToAndAsStockFlywayWould(Situation situation) throws SQLException {
        situation.deed().on(scene);
        assertThat(Views.made(scene)).isEqualTo(situation.made());
        assertThat(scene.flyway("shop").validate()).isEmpty();
        Agreement.check(scene, "shop");
        assertThat(scene.flyway("shop").migrate()).isEqualTo(situation.pending());
        assertThat(scene.up()).as("what Flyway did then").isInstanceOf(ApplyReport.NothingToDo.class);
        Agreement.check(scene, "shop");
    }

    /** What stock Flyway leaves to do is as many steps for us. */
    @ParameterizedTest
    @MethodSource("situations")
    void areAsManyStepsForUs(Situation situation) throws SQLException {
        situation.deed().on(scene);
        assertThat(scene.up().done()).hasSize(situation.pending());
        assertThat(scene.flyway("shop").validate()).isEmpty();
        Agreement.check(scene, "shop");
        assertThat(scene.flyway("shop").migrate()).isZero();
    }

    @FunctionalInterface
    private interface Act {
        void run() throws SQLException;
    }

    private static Scene upAnd(Scene scene, Act act) throws SQLException {
        scene.up();
        act.run();
        return scene;
    }

    private static Scene upTwoAnd(Scene scene, Act act) throws SQLException {
        scene.up("+2");
        act.run();
        return scene;
    }

    private static void changedBack(Scene scene) throws SQLException {
        scene.up();
        Views.writeView(scene, "cheap_items", "price < 9");
        scene.up();
        Views.writeView(scene, "cheap_items", "price < 10");
        scene.up();
    }

    private static void writeWithOtherLineEnds(Scene scene) {
        scene.modules().file("shop/R__cheap_items.sql", """
                        CREATE OR REPLACE VIEW cheap_items AS SELECT id FROM items WHERE price < 10;
                        INSERT INTO made VALUES ('cheap_items');
                        """.replace("\n", "\r\n"));
    }

    private static void changedAndUndone(Scene scene) throws SQLException {
        scene.up();
        Views.writeView(scene, "cheap_items", "price < 9");
        scene.up();
        scene.down("shop@1");
    }

    private static void lostAndRepaired(Scene scene) throws SQLException {
        scene.up();
        scene.modules().delete("shop/R__cheap_items.sql");
        Agreement.check(scene, "shop");
        assertThat(scene.flyway("shop").validate()).isNotEmpty();
        assertThat(scene.runs().repair())
                .extracting(Mend::what)
                .singleElement()
                .asString()
                .contains("is gone");
    }

    private static void lostAndBack(Scene scene) throws SQLException {
        lostAndRepaired(scene);
        Views.writeView(scene, "cheap_items", "price < 10");
        scene.up();
    }

    private static void renamedAndRepaired(Scene scene) throws SQLException {
        lostAndRepaired(scene);
        scene.modules()
                .file(
                        "shop/R__bargains.sql",
                        "CREATE OR REPLACE VIEW cheap_items AS SELECT id FROM items WHERE price < 10;\n");
    }

    private static void failedAndRepaired(Scene scene) throws SQLException {
        scene.up();
        scene.modules()
                .file("shop/R__cheap_items.sql", "VACUUM items;\nVACUUM no_such_table;\n")
                .withoutTransaction("shop", "R__cheap_items");
        assertThat(scene.up()).isInstanceOf(ApplyReport.Stopped.class);
        Agreement.check(scene, "shop");
        assertThat(scene.runs().repair()).hasSize(1);
        scene.modules().file("shop/R__cheap_items.sql", "VACUUM items;\n");
    }
}
