package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that somebody begins with. */
class ANewRevisionTest {

    private static final String V = "V\\d{14}__%s\\.sql";

    @TempDir
    private Path folder;

    private SourceModules modules;

    @BeforeEach
    void twoModules() {
        modules = new SourceModules(folder)
                .write("stock/module.properties", "")
                .write("shop/module.properties", "schema=web_shop\ndepends-on=stock\n");
    }

    @Test
    void isAnUpgradeItsWayBackAndTheHead() {
        Answer answer = modules.run("revision", "-m", "shop", "Add orders");

        String version = modules.only("shop", V.formatted("add_orders")).substring(6, 20);
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out())
                .isEqualTo("""
                wrote  FOLDER/shop/VERSION__add_orders.sql
                wrote  FOLDER/shop/UERSION__add_orders.sql
                wrote  FOLDER/shop/HEAD
                """.replace("FOLDER", folder.toString()).replace("ERSION", version));
        LocalDateTime written = LocalDateTime.parse(version, DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
        assertThat(Duration.between(written, LocalDateTime.now(ZoneOffset.UTC)))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(modules.read("shop/V" + version + "__add_orders.sql"))
                .isEqualTo("-- Upgrade of shop: Add orders\n\n");
        assertThat(modules.read("shop/U" + version + "__add_orders.sql"))
                .isEqualTo("-- Downgrade of shop: Add orders\n\n");
        assertThat(modules.read("shop/HEAD")).startsWith(version + "\n# V" + version + "__add_orders.sql\n");
        assertThat(modules.names("shop", ".*")).hasSize(4);
    }

    @Test
    void isUnfinishedUntilAStatementIsWritten() {
        modules.run("revision", "-m", "shop", "Add orders");

        Answer unfinished = modules.run("validate", "--offline");
        assertThat(unfinished.status()).isEqualTo(3);
        assertThat(unfinished.err().lines().filter(each -> each.startsWith("error:")))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).contains("empty-migration"));
        modules.write(modules.only("shop", "V.*"), "create table orders ();")
                .write(modules.only("shop", "U.*"), "drop table orders;");
        assertThat(modules.run("validate", "--offline").out()).isEqualTo("The files are valid.\n");
    }

    @Test
    void namesWhatItNeedsAndWhyThereIsNoWayBack() {
        modules.write("stock/V20260101000000__a.sql", "select 1;").write("stock/V20260102000000__b.sql", "select 1;");

        Answer answer = modules.run(
                "revision",
                "-m",
                "shop",
                "--depends-on",
                "stock@20260101",
                "--depends-on=stock@head",
                "--depends-on",
                "20260102",
                "--irreversible",
                "the old\n prices are gone",
                "Forget");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(modules.read(modules.only("shop", "V.*"))).isEqualTo("""
                -- depends-on: stock@20260101000000
                -- depends-on: stock@20260102000000
                -- Upgrade of shop: Forget

                """);
        assertThat(modules.read(modules.only("shop", "U.*")))
                .startsWith("-- irreversible: the old prices are gone\n-- Downgrade of shop: Forget\n");
        modules.write(modules.only("shop", "V.*"), "-- depends-on: stock@20260101000000\nselect 1;");
        assertThat(modules.run("validate", "--offline").status()).isZero();
    }

    @Test
    void isSaidInJson() {
        Answer answer = modules.run("revision", "-m", "shop", "Add orders", "--output", "json");

        String version = modules.only("shop", V.formatted("add_orders")).substring(6, 20);
        assertThat(answer.json().path("module").asString()).isEqualTo("shop");
        assertThat(answer.json().path("version").asString()).isEqualTo(version);
        assertThat(StreamSupport.stream(answer.json().path("files").spliterator(), false)
                        .map(each -> each.asString().substring(folder.toString().length())))
                .containsExactly(
                        "/shop/V" + version + "__add_orders.sql",
                        "/shop/U" + version + "__add_orders.sql",
                        "/shop/HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V20990101000000__a.sql", "V20990101__a.sql"})
    void isLaterThanTheHeadOfAClockThatWasAhead(String head) {
        modules.write("shop/" + head, "select 1;");

        modules.run("revision", "-m", "shop", "one");
        modules.run("revision", "-m", "shop", "two");

        assertThat(modules.names("shop", "V.*(one|two).sql"))
                .containsExactly("V20990101000001__one.sql", "V20990101000002__two.sql");
    }

    @Test
    void isNotOlderThanWhatItNames() {
        modules.write("stock/V20990101000000__a.sql", "select 1;");

        modules.run("revision", "-m", "shop", "--depends-on", "stock@head", "one");
        modules.write(modules.only("shop", "V.*"), modules.read(modules.only("shop", "V.*")) + "select 1;")
                .write(modules.only("shop", "U.*"), "select 1;");

        assertThat(modules.run("validate", "--offline").out()).isEqualTo("The files are valid.\n");
    }

    @Test
    void countsOnWhereTheModuleCounts() {
        modules.write("shop/V1__a.sql", "select 1;").write("shop/V1.9__b.sql", "select 1;");

        modules.run("revision", "-m", "shop", "next");

        assertThat(modules.only("shop", "V.*next.sql")).isEqualTo("shop/V1.10__next.sql");
        assertThat(modules.read("shop/HEAD")).startsWith("1.10\n");
    }

    @Test
    void isMadeFromTheTemplatesOfTheModule() {
        modules.write("shop/upgrade.sql.template", """
                        -- Copyright Shop
                        {{depends-on}}
                        /* {{ module }} {{version}} {{schema}}: {{description}} */
                        CREATE TABLE {{schema}}.x (a int[] DEFAULT '{{1},{2}}', b text DEFAULT '${user}');
                        """).write("shop/downgrade.sql.template", "DROP TABLE x;\n");

        modules.run("revision", "-m", "shop", "A $1 \\ x");
        modules.run("revision", "-m", "shop", "B", "--depends-on", "shop@head", "--irreversible", "none");

        String a = modules.only("shop", "V.*a_1_x.sql");
        assertThat(modules.read(a)).isEqualTo("""
                -- Copyright Shop
                /* shop VERSION web_shop: A $1 \\ x */
                CREATE TABLE web_shop.x (a int[] DEFAULT '{{1},{2}}', b text DEFAULT '${user}');
                """.replace("VERSION", a.substring(6, 20)));
        assertThat(modules.read(modules.only("shop", "V.*__b.sql")))
                .startsWith("-- Copyright Shop\n-- depends-on: shop@" + a.substring(6, 20) + "\n/* shop");
        assertThat(modules.read(modules.only("shop", "U.*__b.sql")))
                .isEqualTo("-- irreversible: none\nDROP TABLE x;\n");
    }

    @Test
    void isAllThatMakesAModuleOfAFolder() {
        modules.write("docs/upgrade.sql.template", "").write("docs/downgrade.sql.template", "");

        assertThat(modules.run("heads").out().lines()).hasSize(3).noneMatch(each -> each.contains("docs"));
    }

    /** Each is later than the one before, though all are written within a second or two. */
    @Test
    void comesAfterTheOneThatSomebodyElseWritesMeanwhile() throws Exception {
        int writers = 4;
        int each = 5;
        CyclicBarrier together = new CyclicBarrier(writers);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<List<Answer>>> work = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                String text = "by writer " + i + " number ";
                work.add(() -> {
                    together.await();
                    return IntStream.range(0, each)
                            .mapToObj(n -> modules.run("revision", "-m", "shop", text + n))
                            .toList();
                });
            }
            for (Future<List<Answer>> answers : threads.invokeAll(work)) {
                assertThat(answers.get())
                        .allSatisfy(answer ->
                                assertThat(answer.status()).as(answer.err()).isZero());
            }
        } finally {
            threads.shutdownNow();
        }
        List<String> versions = modules.names("shop", "V.*").stream()
                .map(name -> name.substring(1, 15))
                .toList();
        assertThat(versions).hasSize(writers * each).doesNotHaveDuplicates();
        assertThat(modules.names("shop", "U.*")).hasSize(writers * each);
        assertThat(modules.read("shop/HEAD")).startsWith(versions.get(versions.size() - 1) + "\n");
        assertThat(modules.names("shop", "\\..*")).isEmpty();
    }

    @Test
    void isNotKeptOutByAWriterThatWasKilled() {
        modules.write("shop/.HEAD.lock", "left behind");
        assertThat(modules.run("revision", "-m", "shop", "Add orders").status()).isZero();
        assertThat(modules.names("shop", "\\..*")).isEmpty();
    }
}
