package io.stockassistant.migrations.readiness;

import static io.stockassistant.migrations.readiness.ReadinessPolicy.FAIL;
import static io.stockassistant.migrations.readiness.ReadinessPolicy.MIGRATE_IS_NOT_MINE;
import static io.stockassistant.migrations.readiness.ReadinessPolicy.WARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application says that can reach its database. */
final class ADatabaseTest {

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

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource
    void isJudgedByThePolicy(String name, Situation situation, ReadinessPolicy policy, String expected)
            throws SQLException {
        situation.of(shop);
        SchemaReadiness check = shop.check(policy);
        Readiness found = check.check();

        String said = check.describe(found);

        assertThat(said.replace("\"" + shop.database().name() + "\" ", "")
                        .replaceAll("  \\S+/V2__orders.sql ", "  FILE "))
                .isEqualTo(expected.strip());
        assertThat(found.isConnected()).isTrue();
        assertThat(found.isReady()).isEqualTo(expected.startsWith("The database is ready"));
        if (found.isReady() || policy == WARN) {
            assertThat(check.require()).isEqualTo(found);
        } else {
            assertThat(catchThrowableOfType(SchemaNotReadyException.class, check::require))
                    .hasMessage(said)
                    .hasNoCause()
                    .extracting(SchemaNotReadyException::readiness)
                    .isEqualTo(found);
        }
    }

    static Stream<Arguments> isJudgedByThePolicy() {
        Situation empty = shop -> {};
        Situation current = Shop::upgrade;
        Situation pending = shop -> shop.upgrade("shop@1");
        Situation edited = shop -> shop.upgrade().module().sql("V2__orders.sql", "CREATE TABLE orders (id bigint);\n");
        Situation dropped = shop -> shop.upgrade().execute("DROP TABLE shop.orders");
        String ready = "The database is ready: 1 module, 2 tables.";
        return Stream.of(
                arguments("empty", empty, FAIL, """
                        The database is not ready for this application:
                          shop: 3 migrations pending, from shop@1; lacks 2 tables that its models ask for: item, orders
                        To migrate it:
                        ./migrations
                        """),
                arguments("empty", empty, WARN, """
                        The database is not ready for this application:
                          shop: 3 migrations pending, from shop@1; lacks 2 tables that its models ask for: item, orders
                        To migrate it:
                        ./migrations
                        """),
                arguments("empty", empty, MIGRATE_IS_NOT_MINE, """
                        The database is not ready for this application:
                          shop: lacks 2 tables that its models ask for: item, orders
                        For whoever migrates this database:
                        ./migrations
                        """),
                arguments("current", current, FAIL, ready),
                arguments("current", current, WARN, ready),
                arguments("current", current, MIGRATE_IS_NOT_MINE, ready),
                arguments("pending", pending, FAIL, """
                        The database is not ready for this application:
                          shop: 2 migrations pending, from shop@2; lacks 1 table that its models ask for: orders
                        To migrate it:
                        ./migrations
                        """),
                arguments(
                        "only a view pending",
                        (Situation) shop -> shop.upgrade().module().sql("R__more.sql", "SELECT 1;\n"),
                        FAIL,
                        """
                        The database is not ready for this application:
                          shop: 1 migration pending, from shop@R__more
                        To migrate it:
                        ./migrations
                        """),
                arguments(
                        "only a view pending",
                        (Situation) shop -> shop.upgrade().module().sql("R__more.sql", "SELECT 1;\n"),
                        MIGRATE_IS_NOT_MINE,
                        ready),
                arguments("edited", edited, FAIL, """
                        The database is not ready for this application:
                          FILE has been edited since it was applied (checksum 862044587 then, -479744417 now).
                        To see each file and what to do about it:
                        ./migrations validate
                        """),
                arguments("edited", edited, MIGRATE_IS_NOT_MINE, ready),
                arguments("dropped", dropped, FAIL, """
                        The database is not ready for this application:
                          shop: lacks 1 table that its models ask for: orders
                        Nothing is pending that could make them; to see more:
                        ./migrations status
                        """),
                arguments("dropped", dropped, MIGRATE_IS_NOT_MINE, """
                        The database is not ready for this application:
                          shop: lacks 1 table that its models ask for: orders
                        For whoever migrates this database:
                        ./migrations
                        """),
                arguments(
                        "a wrong header and an edited file",
                        (Situation) shop -> {
                            edited.of(shop);
                            shop.module().sql("V3__x.sql", "-- depends-on: nowhere@1\nSELECT 1;\n");
                        },
                        FAIL,
                        """
                        The database is not ready for this application:
                          shop: 1 migration pending, from shop@3
                          FILE has been edited since it was applied (checksum 862044587 then, -479744417 now).
                          shop@3 depends on nowhere@1, but there is no module nowhere.
                        To see what helps in each case:
                        ./migrations status
                        """));
    }

    @Test
    void hasItsAnswerInPieces() throws SQLException {
        shop.upgrade("shop@1");
        Readiness found = shop.find();

        assertThat(found.database()).isEqualTo(shop.database().name());
        assertThat(found.presentTables()).containsExactly("shop.item");
        assertThat(found.missingTables()).containsExactly("shop.orders");
        assertThat(found.pending()).containsExactly("shop@2", "shop@R__views");
        assertThat(found.unknown()).isEmpty();
        assertThat(found.changed()).isEmpty();
        assertThat(found.problems()).isEmpty();
    }

    @Test
    void isToldInAFewLinesHoweverMuchIsMissing() {
        for (int i = 0; i < 60; i++) {
            shop.module()
                    .sql("V" + (100 + i) + "__t.sql", "-- depends-on: nowhere@" + i + "\nSELECT 1;\n")
                    .model("T" + i + "Model", "@Entity record T" + i + "Model(@Id Integer id) {}");
        }

        String said = shop.check(FAIL).describe(shop.find());

        assertThat(said.lines()).hasSize(10);
        assertThat(said)
                .contains("63 migrations pending, from shop@1; lacks 62 tables that its models ask for: item, orders,")
                .contains(" and 57 more\n")
                .contains("  … and 55 more problems\n")
                .endsWith("\n./migrations status");
    }

    @ParameterizedTest
    @EnumSource
    void isAskedForTheOtherTablesWhereAModelCannotBeLoaded(ReadinessPolicy policy) throws SQLException, IOException {
        shop.upgrade()
                .module()
                .model("Part", "class Part { }")
                .model("WholeModel", "@Entity class WholeModel extends Part { }")
                .compile();
        Files.delete(shop.module().root().resolve("module_shop/Part.class"));
        SchemaReadiness check = shop.check(policy);
        Readiness found = check.check();

        assertThat(found.presentTables()).containsExactly("shop.item", "shop.orders");
        assertThat(found.problems()).extracting(Problem::code).containsExactly(ProblemCode.INVALID_MODULE);
        assertThat(check.describe(found))
                .contains("  The model module_shop.WholeModel of module shop cannot be loaded: ")
                .endsWith("\nTo see what helps in each case:\n./migrations status");
    }

    @Test
    void mayBeAView() throws SQLException {
        shop.upgrade()
                .execute("ALTER TABLE shop.orders RENAME TO all_orders;"
                        + " CREATE VIEW shop.orders AS SELECT * FROM shop.all_orders");

        assertThat(shop.find().isReady()).isTrue();
    }
}
