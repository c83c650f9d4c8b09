package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.readiness.Readiness;
import io.stockassistant.migrations.readiness.Shop;
import io.stockassistant.migrations.testing.CompiledModule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What {@code status} tells the operator and what an application finds at its start are one judgement. */
final class ReadinessAndStatusTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void prepare() {
        shop = new Shop(folder);
    }

    @AfterEach
    void end() {
        shop.close();
    }

    interface Situation {
        void of(Shop shop) throws SQLException;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void agree(String name, Situation situation, int pending, List<String> missing, List<String> codes)
            throws SQLException, InterruptedException {
        situation.of(shop);

        Readiness readiness = shop.find();
        Answer answer = status("--output", "json");

        assertThat(readiness.isConnected()).isTrue();
        assertThat(readiness.pending()).hasSize(pending);
        assertThat(readiness.missingTables()).isEqualTo(missing);
        assertThat(codes(readiness)).isEqualTo(codes);
        assertThat(answer.json().path("connected").asBoolean()).as(answer.err()).isTrue();
        assertThat(answer.json().at("/modules/0/pending").asInt()).isEqualTo(pending);
        assertThat(texts(answer.json().at("/modules/0/missingTables"))).isEqualTo(names(missing));
        assertThat(codes(answer)).isEqualTo(withMissing(codes, pending == 0 && !missing.isEmpty()));
        assertThat(answer.status()).isEqualTo(readiness.isReady() ? 0 : 3);
    }

    static Stream<Arguments> agree() {
        List<String> none = List.of();
        List<String> both = List.of("shop.item", "shop.orders");
        List<String> orders = List.of("shop.orders");
        Situation half = shop -> shop.upgrade("shop@1");
        return Stream.of(
                arguments("empty", (Situation) shop -> {}, 3, both, none),
                arguments("all well", (Situation) Shop::upgrade, 0, none, none),
                arguments("half", half, 2, orders, none),
                arguments(
                        "edited",
                        files("V1__items.sql", "CREATE TABLE item ();\n"),
                        0,
                        none,
                        List.of("checksum-mismatch")),
                arguments("a view edited", files("R__views.sql", "SELECT 1;\n"), 1, none, none),
                arguments("a view that is new", files("R__more.sql", "SELECT 1;\n"), 1, none, none),
                arguments(
                        "renamed",
                        (Situation) shop -> shop.upgrade()
                                .module()
                                .delete("V2__orders.sql")
                                .sql("V2__others.sql", "CREATE TABLE orders (id integer PRIMARY KEY);\n"),
                        0,
                        none,
                        List.of("renamed-file")),
                arguments("late", files("V1.5__late.sql", "SELECT 1;\n"), 1, none, List.of("out-of-order")),
                arguments(
                        "dropped by hand",
                        (Situation) shop -> shop.upgrade().execute("DROP TABLE shop.orders"),
                        0,
                        orders,
                        none),
                arguments(
                        "dropped by hand, and something pending",
                        (Situation) shop -> {
                            shop.upgrade().execute("DROP TABLE shop.orders");
                            shop.module().sql("V3__x.sql", "SELECT 1;\n");
                        },
                        1,
                        orders,
                        none),
                arguments(
                        "stopped in the middle",
                        (Situation) shop -> {
                            shop.upgrade()
                                    .module()
                                    .sql("V3__i.sql", "CREATE INDEX CONCURRENTLY i ON item (id);\nSELECT 1 / 0;\n")
                                    .sql("V3__i.sql.conf", "executeInTransaction=false\n");
                            shop.upgrade();
                        },
                        1,
                        none,
                        List.of("failed-migration")),
                arguments(
                        "a wrong header",
                        files("V3__x.sql", "-- depends-on: nowhere@1\nSELECT 1;\n"),
                        1,
                        none,
                        List.of("unknown-dependency")),
                arguments(
                        "a migration in Java pending",
                        (Situation) shop -> {
                            shop.upgrade();
                            shop.module().upgrade("V3__java", "").compile();
                        },
                        1,
                        none,
                        none),
                arguments(
                        "a migration in Java applied",
                        (Situation) shop -> {
                            shop.module().upgrade("V3__java", "").compile();
                            shop.upgrade();
                        },
                        0,
                        none,
                        none),
                arguments(
                        "from a baseline",
                        (Situation) shop -> {
                            shop.module()
                                    .sql("B2__all.sql", "CREATE TABLE item (id int); CREATE TABLE orders (id int);\n");
                            shop.upgrade();
                        },
                        0,
                        none,
                        none));
    }

    /** A file that is written when all is applied. */
    private static Situation files(String name, String text) {
        return shop -> shop.upgrade().module().sql(name, text);
    }

    @Test
    void agreeOnADatabaseThatIsNotThere() throws InterruptedException {
        shop.database().close();

        assertThat(shop.find().obstacle().map(each -> each.code().word())).hasValue("database-missing");
        assertThat(codes(status("--output", "json"))).containsExactly("database-missing");
    }

    /** The application must start on what a newer release has made; the operator is told. */
    @Test
    void differWhereTheDatabaseIsNewer() throws SQLException, InterruptedException {
        shop.module().sql("V3__more.sql", "CREATE TABLE more ();\n");
        shop.upgrade().module().delete("V3__more.sql");

        assertThat(shop.find().isReady()).isTrue();
        assertThat(codes(status("--output", "json"))).containsExactly("missing-file");
    }

    @Test
    void nameAModelThatCannotBeLoadedAndGoOn() throws SQLException, IOException, InterruptedException {
        shop.upgrade()
                .module()
                .model("Part", "class Part { }")
                .model("WholeModel", "@Entity class WholeModel extends Part { }")
                .compile();
        Files.delete(shop.module().root().resolve("module_shop/Part.class"));
        Answer answer = status("--output", "json");

        assertThat(codes(shop.find())).isEqualTo(codes(answer)).containsExactly("invalid-module");
        assertThat(answer.json().at("/modules/0/current").asString()).isEqualTo("2");
        assertThat(texts(answer.json().at("/modules/0/missingTables"))).isEmpty();
        assertThat(answer.status()).isEqualTo(3);

        shop.database().close();
        assertThat(codes(status("--output", "json"))).containsExactly("database-missing", "invalid-module");
    }

    @Test
    void tellAPersonWhatIsMissing() throws SQLException, InterruptedException {
        Answer empty = status();
        assertThat(empty.out()).contains("""

                shop lacks 2 tables that its models ask for: item, orders.

                Not current. To apply what is pending: migrations upgrade
                """);
        assertThat(empty.err()).isEmpty();

        shop.upgrade().execute("DROP TABLE shop.orders");
        Answer dropped = status();
        assertThat(dropped.out()).doesNotContain("lacks").doesNotContain("Current.");
        assertThat(dropped.err())
                .startsWith(
                        "error: missing-tables: The schema shop lacks 1 table that its models ask for: orders; and no"
                                + " migration of shop is pending that could make them.\n  help: ");
        assertThat(dropped.status()).isEqualTo(3);
    }

    private Answer status(String... options) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                TheProgram.javaHome().resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                shop.module().root() + File.pathSeparator + CompiledModule.classPath(),
                "io.stockassistant.migrations.cli.Main",
                "status"));
        command.addAll(List.of(options));
        return TheProgram.startCommand(
                        folder, Map.of("DATABASE_URL", shop.database().url()), command)
                .answer();
    }

    private static List<String> codes(Readiness readiness) {
        return Stream.concat(readiness.changed().stream(), readiness.problems().stream())
                .map(Problem::code)
                .map(each -> each.word())
                .sorted()
                .toList();
    }

    private static List<String> codes(Answer answer) {
        return answer.json()
                .path("problems")
                .valueStream()
                .map(each -> each.path("code").asString())
                .sorted()
                .toList();
    }

    private static List<String> withMissing(List<String> codes, boolean isMissing) {
        return isMissing
                ? Stream.concat(codes.stream(), Stream.of("missing-tables")).toList()
                : codes;
    }

    private static List<String> texts(JsonNode array) {
        assertThat(array.isArray()).isTrue();
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> names(List<String> tables) {
        return tables.stream().map(each -> each.replace("shop.", "")).toList();
    }
}
