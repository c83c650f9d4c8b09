package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command {@code show} on a backfill and on what depends on one, and what {@code history} has of them. */
class ShowingABackfillTest {

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
                        -- depends-on: billing@20260101000000
                        UPDATE orders SET state = note WHERE id BETWEEN :from AND :to AND :todo;
                        """)
                .write("shop/V20260104000000__not_null.sql", "-- depends-on: shop@20260103000000\nSELECT 1;\n")
                .write("shop/D20260105000000__more.sql", """
                        -- table: orders
                        -- key: id
                        -- depends-on: shop@20260103000000
                        UPDATE orders SET note = state WHERE id BETWEEN :from AND :to;
                        """);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @Test
    void saysWhatItNeedsWhatWaitsForItAndHowFarItIs() {
        Answer early = modules.run("show", BACKFILL);
        assertThat(early.out()).isEqualTo("""
                shop@20260103000000  states
                table     orders
                key       id
                todo      state IS NULL
                needs     shop@20260102000000
                needs     billing@20260101000000
                awaited   by shop@20260104000000
                awaited   by shop@20260105000000
                state     pending: nobody has begun it here

                backfill   FOLDER/shop/D20260103000000__states.sql
                -- table: orders
                -- key: id
                -- todo: state IS NULL
                -- depends-on: billing@20260101000000
                UPDATE orders SET state = note WHERE id BETWEEN :from AND :to AND :todo;
                """.replace("FOLDER", folder.toString()));
        assertThat(modules.run("upgrade").status()).isZero();
        assertThat(modules.run("show", BACKFILL).out()).contains("state     complete\nrows      0 done");
    }

    @Test
    void programsReadTheSame() {
        assertThat(modules.run("upgrade").status()).isZero();
        JsonNode shown = modules.run("show", BACKFILL, "--output", "json").json();
        assertThat(shown.at("/key/0").asString()).isEqualTo("id");
        assertThat(shown.at("/dependsOn/0").asString()).isEqualTo("billing@20260101000000");
        assertThat(shown.at("/awaitedBy/0").asString()).isEqualTo("shop@20260104000000");
        assertThat(shown.at("/books/state").asString()).isEqualTo("complete");
        assertThat(shown.at("/backfill/sql").asString()).contains("UPDATE orders");
        assertThat(modules.run("show", "shop@20260104000000", "--output", "json")
                        .json()
                        .at("/backfills/0")
                        .asString())
                .isEqualTo(BACKFILL);
    }

    @Test
    void theHistoryHasThoseThatAreComplete() {
        assertThat(modules.run("history").out()).doesNotContain("backfill");
        assertThat(modules.run("upgrade", "shop@20260104").status()).isZero();
        modules.files().write("shop/R__view.sql", "CREATE VIEW shop.v AS SELECT 1;\n");
        modules.files().write("shop/D20260106000000__open.sql", """
                -- table: orders
                -- key: id
                SELECT :from, :to;
                """);
        Answer history = modules.run("history", "shop");
        assertThat(history.out())
                .containsPattern(
                        "orders +applied .*\\s+shop +20260103000000 +states \\(backfill, 0 rows\\) +complete +20.*\\d"
                                + "\\s+shop +20260104000000")
                .containsPattern("more \\(backfill, 0 rows\\) .*\\s+shop +- +view ")
                .doesNotContain("open");
        assertThat(modules.run("history", "--output", "json")
                        .json()
                        .at("/backfills/0/version")
                        .asString())
                .isEqualTo("20260103000000");
        assertThat(modules.run("history", "billing").out()).doesNotContain("backfill");
    }

    @Test
    void whereNoDatabaseAnswersTheFilesSpeakAlone() {
        Answer answer = modules.files().run("show", BACKFILL, "--url", "postgres://nobody@127.0.0.1:1/none");
        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .contains("todo      state IS NULL")
                .contains("state     not known here: migrations backfill show " + BACKFILL);
    }

    @Test
    void aBeginningThatMeansAMigrationOrABackfillIsAmbiguous() {
        assertThat(modules.run("show", "shop@202601").err())
                .contains(
                        "could be: shop@20260102000000, shop@20260103000000, shop@20260104000000, shop@20260105000000");
        assertThat(modules.run("show", "20260103").out()).startsWith(BACKFILL);
        assertThat(modules.run("show", "shop@20260104").out())
                .contains("depends on  shop@20260103000000 (backfill: states)");
    }
}
