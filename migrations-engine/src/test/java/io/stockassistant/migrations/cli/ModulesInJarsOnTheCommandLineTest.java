package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.CompiledModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --modules-jar}: modules with everything that modules have, in jars that are on no class path. */
class ModulesInJarsOnTheCommandLineTest {

    @TempDir
    private Path folder;

    private ShopInAJar scene;

    @BeforeEach
    void write() throws IOException {
        scene = new ShopInAJar(folder);
    }

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    void goUpAndDown() {
        scene.shop()
                .sql("R__open_orders.sql", "CREATE OR REPLACE VIEW open_orders AS SELECT * FROM orders;\n")
                .sql("V20260303000000__index.sql", "CREATE INDEX CONCURRENTLY ix_orders_state ON orders (state);\n")
                .sql("V20260303000000__index.sql.conf", "executeInTransaction=false\n")
                .sql("U20260303000000__index.sql", "DROP INDEX ix_orders_state;\n");
        String jar = "--modules-jar " + scene.jar();

        assertThat(scene.done("plan " + jar).out()).contains("shop@20260302000000  First orders");
        assertThat(scene.done(jar + " upgrade").out()).contains("Applied 4 migrations");
        assertThat(scene.query("SELECT count(*) FROM shop.open_orders")).isEqualTo("30");
        for (String command : List.of("status", "current", "validate", "history shop", "heads", "show shop@head")) {
            scene.done(command + " " + jar);
        }
        scene.done("downgrade shop@20260301000000 " + jar);
        assertThat(scene.query("SELECT count(*) FROM shop.orders")).isEqualTo("0");
        assertThat(scene.run("status " + jar).status()).isEqualTo(3);
    }

    @Test
    void comeInAdditionToThoseOfAFolder() throws IOException {
        scene.shop().descriptor("    @Override public Set<String> dependsOn() { return Set.of(\"beta\"); }");
        scene.modules().write("gamma/module.properties", "depends-on=shop\n");
        scene.modules()
                .write(
                        "gamma/V20260401000000__more.sql",
                        "-- depends-on: shop@20260301000000\nCREATE TABLE more (id integer REFERENCES shop.orders);\n");

        Answer answer = scene.done(
                "upgrade --output json --modules " + scene.modules().modules() + " --modules-jar " + scene.jar());

        assertThat(answer.json().at("/steps").valueStream())
                .extracting(each -> each.path("module").asString())
                .containsExactly("alpha", "alpha", "beta", "shop", "shop", "gamma");
    }

    @Test
    void mayUseEachOthersClasses() {
        scene.shop()
                .model("Prices", "public final class Prices { public static int of(int order) { return order * 2; } }");
        Path first = scene.jar();
        CompiledModule desk = new CompiledModule(folder.resolve("desk"), "desk")
                .using(scene.shop())
                .descriptor("    @Override public Set<String> dependsOn() { return Set.of(\"shop\"); }")
                .upgrade(
                        "V20260401000000__Prices",
                        "sql(connection, \"CREATE TABLE prices AS SELECT \" + module_shop.Prices.of(21) + \" AS price\");");
        Path second = desk.jar(folder.resolve("desk.jar"));

        scene.done("upgrade --modules-jar " + second + " " + first + " desk");

        assertThat(scene.query("SELECT price FROM desk.prices")).isEqualTo("42");
        Answer alone = scene.run("upgrade --modules-jar " + second);
        assertThat(alone.status()).isEqualTo(3);
        assertThat(alone.err()).contains("unknown-dependency: The module desk depends on 'shop', which is not there.");
    }

    /** As on the class path, by the loader of the thread, in the threads of backfills too. */
    @Test
    void findTheirOwnServices() {
        scene.shop()
                .model("Word", "public interface Word { String say(); }")
                .model(
                        "Hello",
                        "public final class Hello implements Word { public String say() { return \"hello\"; } }")
                .resource("META-INF/services/module_shop.Word", "module_shop.Hello\n")
                .java("D20260303000000__Words", """
                        @MigrationHeader({"table: orders", "key: id", "todo: state IS NULL"})
                        public class D20260303000000__Words implements JavaBackfill {
                            @Override public void carryOut(Connection connection, Range range) throws Exception {
                                String word = ServiceLoader.load(module_shop.Word.class).iterator().next().say();
                                try (Statement update = connection.createStatement()) {
                                    update.execute("UPDATE " + range.table() + " SET state = '" + word + "' WHERE "
                                        + range.condition());
                                }
                            }
                        }
                        """);
        String jar = " --modules-jar " + scene.jar();

        scene.done("upgrade --with-backfills" + jar);

        assertThat(scene.query("SELECT count(*) FROM shop.orders WHERE state = 'hello'"))
                .isEqualTo("30");
        assertThat(scene.done("backfill list" + jar).out()).contains("shop@20260303000000  Words        complete");
    }

    @Test
    void haveBackfillsInSql() {
        scene.shop().sql("D20260303000000__state.sql", """
                -- table: orders
                -- key: id
                -- todo: state IS NULL
                UPDATE orders SET state = 'new' WHERE state IS NULL AND id BETWEEN :from AND :to;
                """);
        String jar = " --modules-jar " + scene.jar();
        scene.done("upgrade" + jar);
        scene.done("backfill run shop" + jar);
        assertThat(scene.query("SELECT count(*) FROM shop.orders WHERE state = 'new'"))
                .isEqualTo("30");
    }

    @Test
    void areCheckedLintedAndVerified() {
        scene.shop().model("OrderModel", """
                @Entity @Table(name = "orders", schema = "shop")
                public class OrderModel { @Id Integer id; @Column(length = 20) String state; }
                """);
        String jar = " --modules-jar " + scene.jar() + scene.shadow();
        assertThat(scene.done("check" + jar).out()).isEqualTo("shop: migrations build what the models ask for.\n");
        assertThat(scene.done("verify --all" + jar).out()).contains("shop");
        scene.shop().sql("V20260304000000__drop.sql", "ALTER TABLE orders DROP COLUMN state;\n");
        scene.jar();
        Answer linted = scene.run("lint --all" + jar);
        assertThat(linted.status()).isEqualTo(3);
        assertThat(linted.out())
                .contains("error [drop-column] shop.orders.state is dropped")
                .contains("--> " + folder.resolve("shop.jar") + "!/db/migration/shop/V20260304000000__drop.sql:1:1");
        Answer differing = scene.run("check" + jar);
        assertThat(differing.status()).isEqualTo(3);
        assertThat(differing.out()).contains("orders.state");
        scene.done("upgrade" + jar.substring(0, jar.indexOf(" --shadow-url")));
        scene.done("drift" + jar);
    }

    @Test
    void haveTasksForInit() {
        scene.shop().task("FirstOrder", """
                    @Override public Optional<InitOutcome> findDone(Connection connection) { return Optional.empty(); }
                    @Override public Ready prepare(Variables settings, InitPlace place) {
                        return connection -> {
                            connection.createStatement().execute("INSERT INTO shop.orders VALUES (99)");
                            return new InitOutcome(true, List.of("There is a first order."), Map.of(), Optional.empty());
                        };
                    }
                """);
        Answer answer = scene.done("init --modules-jar " + scene.jar());
        assertThat(answer.out()).contains("There is a first order.");
        assertThat(scene.query("SELECT count(*) FROM shop.orders")).isEqualTo("31");
        scene.shop().resource("META-INF/services/io.stockassistant.shared.migration.InitTask", "module_shop.Gone\n");
        Answer unusable = scene.run("init --modules-jar " + scene.jar());
        assertThat(unusable.status()).isEqualTo(3);
        assertThat(unusable.err())
                .startsWith("error: invalid-module: A task of init in " + folder.resolve("shop.jar")
                        + " cannot be used: Provider module_shop.Gone not found.\n");
    }

    @Test
    void areNamedInOneWordOrSeveral() {
        String jar = scene.jar().toString();
        List<String> lines = List.of(
                "heads --modules-jar " + jar,
                "heads --modules-jar=" + jar,
                "--modules-jar " + jar + " heads",
                "--modules-jar " + jar + " plan shop",
                "plan --modules-jar " + jar + " shop");
        lines.forEach(scene::done);
    }

    /** A jar that was lost on the way would be migrations that nobody runs. */
    @Test
    void areNamedBeforeAndBehindTheCommand() {
        Path first = scene.jar();
        Path second = new CompiledModule(folder.resolve("desk"), "desk")
                .sql("V20260401000000__desk.sql", "SELECT 1;\n")
                .jar(folder.resolve("desk.jar"));
        for (String line : List.of(
                "--modules-jar " + first + " heads --modules-jar " + second,
                "heads --modules-jar " + first + " " + second,
                "heads --modules-jar=" + first + " " + second,
                "--modules-jar " + first + " --no-color --modules-jar " + second + " heads")) {
            assertThat(scene.done(line).out()).as(line).contains("shop", "desk");
        }
        assertThat(scene.run("heads --modules-jar").err()).contains("invalid-option", "--modules-jar");
    }
}
