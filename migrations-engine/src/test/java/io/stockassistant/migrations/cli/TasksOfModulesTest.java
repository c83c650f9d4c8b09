package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.testing.CompiledModule;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.shared.migration.InitTask;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A module on the class path wants a first customer. Each command is a process of its own, without a terminal. */
final class TasksOfModulesTest {

    private static final Map<String, String> ANN = Map.of("SHOP_CUSTOMER", "ann", "SHOP_PASSWORD", "ann's very own");

    @TempDir
    private Path folder;

    private final TestDatabase database = TestPostgres.shared().newDatabase();
    private CompiledModule shop;

    @BeforeEach
    void write() {
        shop = new AProgramWithClasses(folder, database)
                .shop()
                .sql("V1__customer.sql", "CREATE TABLE customer (name text);\n")
                .sql("V2__since.sql", "ALTER TABLE customer ADD since date;\n")
                .task("FirstCustomer", """
                        @Override public Optional<InitOutcome> findDone(Connection connection) throws SQLException {
                            try (Statement statement = connection.createStatement()) {
                                ResultSet there = statement.executeQuery("SELECT to_regclass('shop.customer')");
                                there.next();
                                if (there.getString(1) == null) {
                                    return Optional.empty();
                                }
                                ResultSet row = statement.executeQuery("SELECT name FROM shop.customer");
                                return row.next()
                                        ? Optional.of(InitOutcome.unchanged(List.of("There is " + row.getString(1) + "."), Map.of()))
                                        : Optional.empty();
                            }
                        }

                        @Override public Ready prepare(Variables settings, InitPlace place) {
                            String name = settings.find("SHOP_CUSTOMER").orElseThrow(
                                    () -> ConfigurationException.invalid("SHOP_CUSTOMER is not set.", "Set it."));
                            Password password = Password.of("ann's very own");
                            return new Ready() {
                                @Override public Set<Password> secrets() { return Set.of(password); }
                                @Override public InitOutcome carryOut(Connection connection) throws Exception {
                                    connection.createStatement().execute("INSERT INTO shop.customer VALUES ('" + name + "')");
                                    if (settings.find("SHOP_FAILS").filter("as the server says"::equals).isPresent()) {
                                        try (Statement statement = connection.createStatement()) {
                                            statement.execute("CREATE UNIQUE INDEX ON shop.customer (name)");
                                            statement.execute("INSERT INTO shop.customer VALUES ('" + name + "')");
                                        } catch (SQLException e) {
                                            throw new IllegalStateException("around it: " + e.getMessage(), e);
                                        }
                                    }
                                    if (settings.find("SHOP_FAILS").isPresent()) {
                                        throw new IllegalStateException("the shop is closed to " + password.reveal());
                                    }
                                    return new InitOutcome(
                                            true,
                                            List.of("Made " + name + ", whose password is " + password.reveal() + "."),
                                            Map.of("name", name, "terminal", place.terminal(), "embedded", place.embedded(), "password", password.reveal()),
                                            settings.find("SHOP_SECRET").map(text -> new ShownOnce("It", Password.of(text))));
                                }
                            };
                        }
                        """)
                .compile();
    }

    @AfterEach
    void end() {
        database.close();
    }

    private Answer run(Map<String, String> environment, String words) throws InterruptedException {
        Answer answer = new AProgramWithClasses(folder, database).run(environment, words);
        assertThat(answer.out() + answer.err()).doesNotContain("very own");
        return answer;
    }

    private String customers() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT CASE WHEN to_regclass('shop.customer') IS NULL THEN 'no table'"
                                + " ELSE (xpath('//c/text()', query_to_xml('SELECT count(*) AS c FROM shop.customer', false, true, '')))[1]::text"
                                + " END")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void areDoneOnceByInit() throws Exception {
        Answer first = run(ANN, "init");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).endsWith("\n\nMade ann, whose password is ***.\n");
        Answer second = run(Map.of(), "init --output json");
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(second.json().path("tasks").toString())
                .isEqualTo(
                        "[{\"module\":\"shop\",\"task\":\"first-customer\",\"outcome\":\"nothing-to-do\",\"values\":{}}]");
        assertThat(customers()).isEqualTo("1");
    }

    @Test
    void answerProgramsToo() throws Exception {
        Answer answer = run(ANN, "init --output json --verbose --echo --log-level trace");
        assertThat(answer.json().at("/tasks/0/outcome").asString()).isEqualTo("done");
        assertThat(answer.json().at("/tasks/0/values").toString())
                .contains("\"name\":\"ann\"", "\"terminal\":false", "\"embedded\":false", "\"password\":\"***\"");
    }

    @Test
    void areRefusedBeforeAnythingIsDone() throws Exception {
        Answer refused = run(Map.of(), "init");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("error: invalid-configuration: SHOP_CUSTOMER is not set.\n  help: Set it.\n");
        assertThat(customers()).isEqualTo("no table");
    }

    @ParameterizedTest
    @CsvSource({"upgrade", "status", "current", "heads"})
    void areNothingToOtherCommands(String command) throws Exception {
        Path log = folder.resolve("classes.log");
        run(Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log), command);
        assertThat(log).content().contains("module_shop.Descriptor").doesNotContain("FirstCustomer", "InitTask");
    }

    @Test
    void areLeftOutWhereTheModuleDoesNotComeToItsHead() throws Exception {
        Answer answer = run(Map.of(), "init shop@1");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out())
                .endsWith(
                        "Left out the first customer of shop: the module is not at its head. It is done by an init that"
                                + " brings it there.\n");
        assertThat(run(Map.of(), "init shop@2").status()).isEqualTo(2);
        assertThat(run(ANN, "init shop@2").status()).isZero();
        assertThat(customers()).isEqualTo("1");
    }

    @Test
    void areLeftOutWhenAMigrationFails() throws Exception {
        shop.sql("V3__wrong.sql", "SELECT nonsense;\n");
        Answer answer = run(ANN, "init --output json");
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.json().at("/tasks/0/outcome").asString()).isEqualTo("left-out");
        assertThat(customers()).isEqualTo("0");
    }

    @Test
    void areRolledBackWhenTheyFailAndDoneTheNextTime() throws Exception {
        Map<String, String> failing = new HashMap<>(ANN);
        failing.put("SHOP_FAILS", "yes");
        Answer answer = run(failing, "init");
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.out()).startsWith("module  migrations");
        assertThat(answer.err())
                .isEqualTo("error: failed-task: The first customer of shop failed: the shop is closed to ***."
                        + " It was rolled back as a whole.\n"
                        + "  help: Mend that and repeat the command: what is done stays done.\n");
        Answer again = run(failing, "init --output json --log-file " + folder.resolve("run.log"));
        assertThat(again.json().at("/outcome").asString()).isEqualTo("nothing-to-do");
        assertThat(again.json().at("/tasks/0/error/code").asString()).isEqualTo("failed-task");
        assertThat(folder.resolve("run.log")).content().contains("The first customer of shop failed");
        assertThat(customers()).isEqualTo("0");
        assertThat(run(ANN, "init").status()).isZero();
        assertThat(customers()).isEqualTo("1");
    }

    /** The server's detail quotes what is in the row. */
    @Test
    void failWithoutTheRowsThatTheServerQuotes() throws Exception {
        Map<String, String> failing = Map.of("SHOP_CUSTOMER", "hash-of-it", "SHOP_FAILS", "as the server says");
        Path log = folder.resolve("run.log");
        Answer answer = run(failing, "init --verbose --log-file " + log);
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.err())
                .contains("The first customer of shop failed: duplicate key value violates unique constraint"
                        + " \"customer_name_idx\". It was rolled back as a whole.")
                .contains("at module_shop.FirstCustomer")
                .doesNotContain("hash-of-it");
        assertThat(log).content().doesNotContain("hash-of-it");
    }

    /** On the class path that all others see; the other module's loader sees the task, too. */
    @Test
    void areFoundOnceByLoadersThatSeeOneAnother() throws Exception {
        CompiledModule other = new CompiledModule(folder.resolve("other"), "other")
                .sql("V1__x.sql", "SELECT 1;\n")
                .compile();
        try (URLClassLoader parent = loader(shop, TasksOfModulesTest.class.getClassLoader());
                URLClassLoader child = loader(other, parent)) {
            assertThat(InitTaskFinder.list(Modules.of(ModuleSource.classPath(child))))
                    .extracting(InitTask::name)
                    .containsExactly("first-customer");
        }
    }

    private static URLClassLoader loader(CompiledModule module, ClassLoader parent) throws IOException {
        return new URLClassLoader(new URL[] {module.root().toUri().toURL()}, parent);
    }

    @Test
    void loseNoSecretWhereThereIsNoTerminal() throws Exception {
        Map<String, String> telling = new HashMap<>(ANN);
        telling.put("SHOP_SECRET", "sesame open");
        Answer answer = run(telling, "init --verbose");
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.err()).contains("there is no terminal to show a secret on");
        assertThat(answer.out() + answer.err()).doesNotContain("sesame");
        assertThat(customers()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            module_shop.Descriptor | not a subtype
            module_shop.Gone       | Provider module_shop.Gone not found
            """)
    void areRefusedWhenTheyCannotBeUsed(String named, String because) throws Exception {
        Path services = folder.resolve("classes/META-INF/services/io.stockassistant.shared.migration.InitTask");
        Files.writeString(services, named + "\n");
        assertUnusable(because);
    }

    @Test
    void areRefusedWhenTheirModuleIsNotThere() throws IOException, InterruptedException, SQLException {
        new CompiledModule(folder.resolve("classes"), "other")
                .sql("V1__x.sql", "SELECT 1;\n")
                .compile();
        Files.writeString(
                folder.resolve("classes/META-INF/services/io.stockassistant.shared.migration.MigrationModule"),
                "module_other.Descriptor\n");
        assertUnusable("module_shop.FirstCustomer is for a module 'shop' that is not there.");
    }

    private void assertUnusable(String because) throws InterruptedException, SQLException {
        Answer answer = run(ANN, "init");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err())
                .startsWith("error: invalid-module: A task of init cannot be used: ")
                .contains(because);
        assertThat(customers()).isEqualTo("no table");
        assertThat(run(ANN, "upgrade").status()).isZero();
    }
}
