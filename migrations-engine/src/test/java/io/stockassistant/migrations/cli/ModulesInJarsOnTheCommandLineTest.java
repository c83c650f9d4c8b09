package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.CompiledModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --modules-jar}: modules with everything that modules have, in jars that are on no class path. */
class ModulesInJarsOnTheCommandLineTest {

    private static final String ORDERS =
            "CREATE TABLE orders (id integer NOT NULL CONSTRAINT pk_orders_id PRIMARY KEY," + " state varchar(20));\n";

    @TempDir
    private Path folder;

    private TwoModules modules;
    private CompiledModule shop;
    private ClassLoader before;

    @BeforeEach
    void write() throws IOException {
        before = Thread.currentThread().getContextClassLoader();
        modules = new TwoModules(folder);
        shop = new CompiledModule(folder.resolve("shop"), "shop")
                .sql("V20260301000000__orders.sql", ORDERS)
                .sql("U20260301000000__orders.sql", "DROP TABLE orders;\n")
                .upgrade(
                        "V20260302000000__First_orders",
                        "sql(connection, \"INSERT INTO orders SELECT n, NULL FROM generate_series(1, 30) n\");")
                .undo("U20260302000000__First_orders", "sql(connection, \"DELETE FROM orders\");");
    }

    @AfterEach
    void end() {
        modules.close();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private Path jar() {
        return shop.jar(folder.resolve("shop.jar"));
    }

    /** Runs a command on the database, and on no module but those that it names. */
    private Answer run(String words) {
        List<String> args = new ArrayList<>(Stream.of(words.split(" ", -1)).toList());
        args.addAll(modules.connection());
        Answer answer = Answer.of(args);
        assertThat(listOpenJars()).isEmpty();
        assertThat(answer.err()).doesNotContain("\tat ");
        return answer;
    }

    private Answer done(String words) {
        Answer answer = run(words);
        assertThat(answer.status())
                .as(words + "\n" + answer.out() + answer.err())
                .isZero();
        return answer;
    }

    private List<String> listOpenJars() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .flatMap(ModulesInJarsOnTheCommandLineTest::target)
                    .filter(each -> each.startsWith(folder.toString()) && each.endsWith(".jar"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return Stream.of(); // closed since it was listed
        }
    }

    private String query(String sql) {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String shadow() {
        return " --shadow-url " + modules.connection("postgres").get(1);
    }

    @Test
    void goUpAndDown() {
        shop.sql("R__open_orders.sql", "CREATE OR REPLACE VIEW open_orders AS SELECT * FROM orders;\n")
                .sql("V20260303000000__index.sql", "CREATE INDEX CONCURRENTLY ix_orders_state ON orders (state);\n")
                .sql("V20260303000000__index.sql.conf", "executeInTransaction=false\n")
                .sql("U20260303000000__index.sql", "DROP INDEX ix_orders_state;\n");
        String jar = "--modules-jar " + jar();

        assertThat(done("plan " + jar).out()).contains("shop@20260302000000  First orders");
        assertThat(done(jar + " upgrade").out()).contains("Applied 4 migrations");
        assertThat(query("SELECT count(*) FROM shop.open_orders")).isEqualTo("30");
        for (String command : List.of("status", "current", "validate", "history shop", "heads", "show shop@head")) {
            done(command + " " + jar);
        }
        done("downgrade shop@20260301000000 " + jar);
        assertThat(query("SELECT count(*) FROM shop.orders")).isEqualTo("0");
        assertThat(run("status " + jar).status()).isEqualTo(3);
    }

    @Test
    void comeInAdditionToThoseOfAFolder() throws IOException {
        shop.descriptor("    @Override public Set<String> dependsOn() { return Set.of(\"beta\"); }");
        modules.write("gamma/module.properties", "depends-on=shop\n");
        modules.write(
                "gamma/V20260401000000__more.sql",
                "-- depends-on: shop@20260301000000\nCREATE TABLE more (id integer REFERENCES shop.orders);\n");

        Answer answer = done("upgrade --output json --modules " + modules.modules() + " --modules-jar " + jar());

        assertThat(answer.json().at("/steps").valueStream())
                .extracting(each -> each.path("module").asString())
                .containsExactly("alpha", "alpha", "beta", "shop", "shop", "gamma");
    }

    @Test
    void mayUseEachOthersClasses() {
        shop.model("Prices", "public final class Prices { public static int of(int order) { return order * 2; } }");
        Path first = jar();
        CompiledModule desk = new CompiledModule(folder.resolve("desk"), "desk")
                .using(shop)
                .descriptor("    @Override public Set<String> dependsOn() { return Set.of(\"shop\"); }")
                .upgrade(
                        "V20260401000000__Prices",
                        "sql(connection, \"CREATE TABLE prices AS SELECT \" + module_shop.Prices.of(21) + \" AS price\");");
        Path second = desk.jar(folder.resolve("desk.jar"));

        done("upgrade --modules-jar " + second + " " + first + " desk");

        assertThat(query("SELECT price FROM desk.prices")).isEqualTo("42");
        Answer alone = run("upgrade --modules-jar " + second);
        assertThat(alone.status()).isEqualTo(3);
        assertThat(alone.err()).contains("unknown-dependency: The module desk depends on 'shop', which is not there.");
    }

    /** As on the class path, by the loader of the thread, in the threads of backfills too. */
    @Test
    void findTheirOwnServices() {
        shop.model("Word", "public interface Word { String say(); }")
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
        String jar = " --modules-jar " + jar();

        done("upgrade --with-backfills" + jar);

        assertThat(query("SELECT count(*) FROM shop.orders WHERE state = 'hello'"))
                .isEqualTo("30");
        assertThat(done("backfill list" + jar).out()).contains("shop@20260303000000  Words        complete");
    }

    @Test
    void haveBackfillsInSql() {
        shop.sql("D20260303000000__state.sql", """
                -- table: orders
                -- key: id
                -- todo: state IS NULL
                UPDATE orders SET state = 'new' WHERE state IS NULL AND id BETWEEN :from AND :to;
                """);
        String jar = " --modules-jar " + jar();
        done("upgrade" + jar);
        done("backfill run shop" + jar);
        assertThat(query("SELECT count(*) FROM shop.orders WHERE state = 'new'"))
                .isEqualTo("30");
    }

    @Test
    void areCheckedLintedAndVerified() {
        shop.model("OrderModel", """
                @Entity @Table(name = "orders", schema = "shop")
                public class OrderModel { @Id Integer id; @Column(length = 20) String state; }
                """);
        String jar = " --modules-jar " + jar() + shadow();
        assertThat(done("check" + jar).out()).isEqualTo("shop: migrations build what the models ask for.\n");
        assertThat(done("verify --all" + jar).out()).contains("shop");
        shop.sql("V20260304000000__drop.sql", "ALTER TABLE orders DROP COLUMN state;\n");
        jar();
        Answer linted = run("lint --all" + jar);
        assertThat(linted.status()).isEqualTo(3);
        assertThat(linted.out())
                .contains("error [drop-column] shop.orders.state is dropped")
                .contains("--> " + folder.resolve("shop.jar") + "!/db/migration/shop/V20260304000000__drop.sql:1:1");
        Answer differing = run("check" + jar);
        assertThat(differing.status()).isEqualTo(3);
        assertThat(differing.out()).contains("orders.state");
        done("upgrade" + jar.substring(0, jar.indexOf(" --shadow-url")));
        done("drift" + jar);
    }

    @Test
    void haveTasksForInit() {
        shop.task("FirstOrder", """
                    @Override public Optional<InitOutcome> findDone(Connection connection) { return Optional.empty(); }
                    @Override public Ready prepare(Variables settings, InitPlace place) {
                        return connection -> {
                            connection.createStatement().execute("INSERT INTO shop.orders VALUES (99)");
                            return new InitOutcome(true, List.of("There is a first order."), Map.of(), Optional.empty());
                        };
                    }
                """);
        Answer answer = done("init --modules-jar " + jar());
        assertThat(answer.out()).contains("There is a first order.");
        assertThat(query("SELECT count(*) FROM shop.orders")).isEqualTo("31");
        shop.resource("META-INF/services/io.stockassistant.shared.migration.InitTask", "module_shop.Gone\n");
        Answer unusable = run("init --modules-jar " + jar());
        assertThat(unusable.status()).isEqualTo(3);
        assertThat(unusable.err())
                .startsWith("error: invalid-module: A task of init in " + folder.resolve("shop.jar")
                        + " cannot be used: Provider module_shop.Gone not found.\n");
    }

    @Test
    void sayWhereTheyFail() {
        shop.sql("V20260303000000__wrong.sql", "SELECT 1;\nSELECT nonsense;\n");
        Answer answer = run("upgrade --modules-jar " + jar());
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.err())
                .contains(
                        "failed at " + folder.resolve("shop.jar") + "!/db/migration/shop/V20260303000000__wrong.sql:2");
    }

    @Test
    void areReadAsMistakesWithCodes() throws IOException {
        Path jar = jar();
        byte[] whole = Files.readAllBytes(jar);
        Answer missing = run("status --modules-jar " + jar + " " + folder.resolve("gone.jar"));
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err())
                .startsWith("error: invalid-jar: " + folder.resolve("gone.jar")
                        + " cannot be opened: it does not exist.\n");
        Files.write(jar, Arrays.copyOf(whole, whole.length - 30));
        assertThat(run("upgrade --output json --modules-jar " + jar)
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("invalid-jar");
    }

    /** The file that cannot be read is asked for long after the jar was opened. */
    @Test
    void sayWhichFileOfTheJarCannotBeRead() throws IOException {
        Path jar = jar();
        byte[] bytes = Files.readAllBytes(jar);
        String entry = "db/migration/shop/V20260301000000__orders.sql";
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(entry);
        Arrays.fill(bytes, name + entry.length(), name + entry.length() + 20, (byte) 0xFF);
        Files.write(jar, bytes);

        Answer answer = run("upgrade --modules-jar " + jar);

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err()).startsWith("error: unparsable: " + jar + "!/" + entry + " cannot be read: ");
    }

    @Test
    void sayWhichClassIsForANewerJava() throws IOException {
        Path type = shop.compile().root().resolve("db/migration/shop/V20260302000000__First_orders.class");
        byte[] bytes = Files.readAllBytes(type);
        bytes[7] = 99;
        Files.write(type, bytes);
        Answer answer = run("validate --modules-jar " + jar());
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out() + answer.err())
                .contains(
                        "invalid-class",
                        folder.resolve("shop.jar") + "!/db/migration/shop/V20260302000000__First_orders.class");
    }

    @Test
    void areNamedInOneWordOrSeveral() {
        String jar = jar().toString();
        List<String> lines = List.of(
                "heads --modules-jar " + jar,
                "heads --modules-jar=" + jar,
                "--modules-jar " + jar + " heads",
                "--modules-jar " + jar + " plan shop",
                "plan --modules-jar " + jar + " shop");
        lines.forEach(this::done);
    }

    /** A jar that was lost on the way would be migrations that nobody runs. */
    @Test
    void areNamedBeforeAndBehindTheCommand() {
        Path first = jar();
        Path second = new CompiledModule(folder.resolve("desk"), "desk")
                .sql("V20260401000000__desk.sql", "SELECT 1;\n")
                .jar(folder.resolve("desk.jar"));
        for (String line : List.of(
                "--modules-jar " + first + " heads --modules-jar " + second,
                "heads --modules-jar " + first + " " + second,
                "heads --modules-jar=" + first + " " + second,
                "--modules-jar " + first + " --no-color --modules-jar " + second + " heads")) {
            assertThat(done(line).out()).as(line).contains("shop", "desk");
        }
        assertThat(run("heads --modules-jar").err()).contains("invalid-option", "--modules-jar");
    }
}
