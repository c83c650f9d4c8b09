package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.Psql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What plans and scripts for psql say of the backfills that they meet. */
class BackfillsInPlansTest {

    private static final String ORDERED = "shop@20260102000000";
    private static final String BACKFILL = "shop@20260103000000";

    @TempDir
    private Path folder;

    private ModelledModules modules;

    @BeforeEach
    void begin() {
        modules = ModelledModules.in(folder);
        modules.files()
                .write("shop/D20260103000000__states.sql", """
                        -- table: orders
                        -- key: id
                        -- todo: state IS NULL
                        UPDATE orders SET state = note WHERE id BETWEEN :from AND :to AND :todo;
                        """)
                .write("shop/V20260104000000__not_null.sql", """
                        -- depends-on: shop@20260103000000
                        ALTER TABLE shop.orders ADD CONSTRAINT state_there CHECK (state IS NOT NULL) NOT VALID;
                        """)
                .write("shop/U20260104000000__not_null.sql", "ALTER TABLE shop.orders DROP CONSTRAINT state_there;\n")
                .write("shop/D20260105000000__notes.sql", """
                        -- table: orders
                        -- key: id
                        UPDATE orders SET note = note WHERE id BETWEEN :from AND :to;
                        """);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -1 | plan                  | complete at once, if it finds no row to do then | waits for the backfill shop@20260103000000: if that finds rows to do then
                    -1 | plan --with-backfills | is run, if it finds rows to do                  |
                    0  | plan                  | no row to do: complete at once                  |
                    0  | plan --with-backfills | no row to do: complete at once                  |
                    3  | plan                  | rows to do: left to 'migrations backfill run'   | shop@20260104000000 waits for the backfill shop@20260103000000, which is not complete: an upgrade stops before it (backfill-pending). First: migrations backfill run shop@20260103000000
                    3  | plan --with-backfills | is run, if it finds rows to do                  |
                    """)
    void aPlanSaysWhatBecomesOfABackfill(int orders, String command, String becomes, String warning)
            throws SQLException {
        if (orders >= 0) {
            orders(orders);
        }
        Answer answer = modules.run(command.split(" "));
        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .containsPattern(
                        "backfill +" + BACKFILL + " +states +in batches +" + java.util.regex.Pattern.quote(becomes)
                                + "\\s+up +shop@20260104000000 +not null .*\\s+backfill +shop@20260105000000 +notes ");
        assertThat(answer.err()).contains(warning == null ? "" : warning);
        if (warning == null) {
            assertThat(answer.err()).doesNotContain("waits for the backfill");
        }
    }

    @Test
    void programsReadTheSame() throws SQLException {
        orders(3);
        JsonNode plan = modules.run("plan", "--output", "json").json();
        assertThat(plan.at("/backfills/0/version").asString()).isEqualTo("20260103000000");
        assertThat(plan.at("/backfills/0/state").asString()).isEqualTo("pending");
        assertThat(plan.at("/backfills/0/before").asString()).isEqualTo("shop@20260104000000");
        assertThat(plan.at("/backfills/0/waiting/0").asString()).isEqualTo("shop@20260104000000");
        assertThat(plan.at("/backfills/0/rowsToDo").asString()).isEqualTo("some");
        assertThat(plan.at("/backfills/0/outcome").asString()).isEqualTo("left");
        assertThat(plan.at("/backfills/1/before").isNull()).isTrue();
        assertThat(plan.at("/warnings/0").asString()).contains("(backfill-pending)");
    }

    @Test
    void oneThatIsCompleteIsInNoPlanAndOneThatNothingWaitsForStopsNone() throws SQLException {
        orders(3);
        assertThat(modules.run("backfill", "run", BACKFILL).status()).isZero();
        assertThat(modules.run("plan").out()).doesNotContain(BACKFILL).contains("shop@20260105000000");
        assertThat(modules.run("upgrade").status()).isZero();
        Answer rest = modules.run("plan");
        assertThat(rest.out()).contains("backfill  shop@20260105000000  notes").contains("0 migrations to apply.");
        assertThat(modules.run("backfill", "run").status()).isZero();
        assertThat(modules.run("plan").out()).isEqualTo("Nothing to do.\n");
    }

    @Test
    void aPlanDownNamesThoseThatWillBeForgotten() throws SQLException {
        orders(3);
        assertThat(modules.run("upgrade", "--with-backfills").status()).isZero();
        assertThat(modules.run("plan", "downgrade", "shop@-1").out())
                .containsPattern("backfill +shop@20260105000000 +notes +in batches +its books are forgotten")
                .doesNotContain(BACKFILL);
        JsonNode plan = modules.run("plan", "downgrade", "shop@base", "--output", "json")
                .json();
        assertThat(plan.at("/backfills").size()).isEqualTo(2);
        assertThat(plan.at("/backfills/1/outcome").asString()).isEqualTo("forgotten");
        assertThat(plan.at("/backfills/1/before").asString()).isEqualTo(ORDERED);
        assertThat(plan.at("/backfills/1/state").asString()).isEqualTo("complete");
    }

    @Test
    void aScriptNamesABackfillAtItsPlace() {
        String script = modules.run("upgrade", "--sql", "base:head").out();
        assertThat(script)
                .containsSubsequence(
                        "-- up " + ORDERED,
                        "-- The backfill " + BACKFILL + " (states) is not part of this script: migrations backfill run "
                                + BACKFILL,
                        "-- up shop@20260104000000",
                        "-- The backfill shop@20260105000000 (notes) is not part of this script");
        assertThat(type(script).status()).isZero();
        assertThat(modules.run("upgrade").status()).isZero();
        assertThat(modules.run("backfill", "list").out()).doesNotContain("pending");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    upgrade --sql                              | then run this script again
                    upgrade --sql shop@20260102000000:head     | then run this script again
                    """)
    void aScriptRefusesWhatWaitsForABackfillWithRowsToDo(String command, String help) throws SQLException {
        orders(3);
        String script = modules.run(command.split(" ")).out();
        Psql.Result refused = type(script);
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output())
                .contains("shop@20260104000000 depends on the backfill " + BACKFILL + ", which is not complete")
                .contains("migrations backfill run " + BACKFILL + "; " + help);
        assertThat(modules.run("current").out()).contains("20260102000000");
        assertThat(modules.run("backfill", "run", BACKFILL).status()).isZero();
        assertThat(type(script).output()).doesNotContain("ERROR");
        assertThat(modules.run("status").out()).contains("Current, but for backfills that are not complete.");
    }

    @Test
    void aScriptRefusesOnTheWayWhatItCouldNotKnowBefore() throws SQLException {
        modules.files().write("shop/V20260102000001__old.sql", "INSERT INTO shop.orders VALUES (1, 1, NULL, 'x');\n");
        Psql.Result refused = type(modules.run("upgrade", "--sql", "base:head").out());
        assertThat(refused.output()).contains("then write the script again for what is left");
        assertThat(modules.run("current").out()).contains("20260102000001");
    }

    @Test
    void aScriptOfTheWayDownForgetsThem() throws SQLException {
        orders(3);
        assertThat(modules.run("upgrade", "--with-backfills").status()).isZero();
        assertThat(type(modules.run("downgrade", "--sql", "shop@head:shop@base").out())
                        .output())
                .doesNotContain("ERROR");
        assertThat(modules.run("backfill", "list").out())
                .doesNotContain("complete")
                .contains("pending");
    }

    @Test
    void oneThatFailedIsRunAgainByAnUpgradeThatRunsThem() throws SQLException {
        orders(3);
        execute("ALTER TABLE shop.orders ADD CONSTRAINT short CHECK (state <> '2')");
        execute("UPDATE shop.orders SET note = '2' WHERE id = 2");
        assertThat(modules.run("upgrade", "--with-backfills").status()).isEqualTo(6);
        execute("UPDATE shop.orders SET note = '3', state = '3' WHERE id = 2");
        assertThat(modules.run("backfill", "resolve", "shop@20260103", "--all", "--reason", "by hand")
                        .status())
                .isZero();
        assertThat(modules.run("upgrade", "--with-backfills").status()).isZero();
    }

    private Psql.Result type(String script) {
        return Psql.type(modules.database(), modules.database().name(), script);
    }

    private void orders(int count) throws SQLException {
        assertThat(modules.run("upgrade", ORDERED).status()).isZero();
        execute("INSERT INTO shop.orders SELECT i, 1, NULL, 'x' FROM generate_series(1, " + count + ") i");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
