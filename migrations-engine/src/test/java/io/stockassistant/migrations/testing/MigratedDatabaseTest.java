package io.stockassistant.migrations.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs the classes below, which are tests of an imagined team, on three modules that only they see. It is long because
 * these classes must be read beside what is expected of them, and must not be found by the build as tests of their own.
 */
class MigratedDatabaseTest {

    /** Which database was seen where. */
    private static final Map<String, String> SEEN = new ConcurrentHashMap<>();

    /** How many have still to come before anyone goes on. */
    private static CountDownLatch meeting = new CountDownLatch(0);

    private static ClassLoader modules = ClassLoader.getSystemClassLoader();

    @BeforeAll
    static void writeModules(@TempDir Path root) {
        CompiledModule books = new CompiledModule(root, "books");
        // a copy of one template has the value that the others have
        books.sql("V20260101000000__books.sql", "CREATE TABLE made AS SELECT gen_random_uuid() AS once;");
        CompiledModule loans = new CompiledModule(root, "loans");
        loans.sql("V20250101000000__loans.sql", "CREATE TABLE loan (id int);");
        CompiledModule broken = new CompiledModule(root, "broken");
        broken.sql("V20260101000000__broken.sql", "SELECT 1;\n\nCREATE TABEL t ();");
        write(
                root.resolve("META-INF/services/io.stockassistant.shared.migration.MigrationModule"),
                "module_books.Descriptor\nmodule_loans.Descriptor\nmodule_broken.Descriptor\n");
        write(root.resolve("module_loans/Descriptor.java"), """
                package module_loans;
                public final class Descriptor implements io.stockassistant.shared.migration.MigrationModule {
                    @Override public String name() { return "loans"; }
                    @Override public java.util.Set<String> dependsOn() { return java.util.Set.of("books"); }
                }
                """);
        broken.compile();
        loans.compile();
        modules = books.loader();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void allOfAClassGetTheSameDatabaseAndItIsGoneAfterwards() throws SQLException {
        succeed(2, AClass.class);

        assertThat(SEEN).hasSize(5).containsKeys("constructor", "before", "method", "nested", "nested constructor");
        assertThat(SEEN.values()).containsOnly(SEEN.get("method"));
        assertThat(databases()).doesNotContain(SEEN.get("method"));
    }

    @Test
    void classesAtTheSameTimeHaveCopiesOfOneTemplate() {
        meeting = new CountDownLatch(2);
        succeed(2, OneOfTwo.class, OtherOfTwo.class);

        assertThat(SEEN.get("one")).isNotEqualTo(SEEN.get("other"));
        assertThat(SEEN.get("made in one")).isEqualTo(SEEN.get("made in other"));
    }

    @Test
    void whatAModuleDependsOnIsAtItsHeadToo() {
        succeed(1, WithADependency.class);

        assertThat(SEEN).containsEntry("tables", "books.made, loans.loan");
    }

    @Test
    void aNestedClassMayHaveAnotherDatabase() {
        succeed(2, WithANestedOne.class);

        assertThat(SEEN.get("outer")).isNotEqualTo(SEEN.get("inner"));
    }

    @Test
    void aSubclassHasADatabaseOfItsOwn() {
        succeed(2, OneOfTwo.class, AChild.class);

        assertThat(SEEN).containsKeys("one", "child");
    }

    @Test
    void aModuleThatDoesNotExistIsSaidWithThoseThatDo() {
        assertThat(fail(WithAnUnknownModule.class))
                .contains("[shelves] cannot be made", "no module 'shelves'", "books, broken, loans");
    }

    @Test
    void aMigrationThatFailsIsSaidWithItsLine() throws SQLException {
        List<String> before = databases();

        assertThat(fail(WithABrokenModule.class)).contains("[broken] cannot be made", "line 3", "TABEL");
        assertThat(databases()).isEqualTo(before);
    }

    private static void succeed(int tests, Class<?>... classes) {
        TestExecutionSummary summary = run(classes);
        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(tests);
    }

    private static String fail(Class<?> test) {
        TestExecutionSummary summary = run(test);
        assertThat(summary.getFailures()).hasSize(1);
        Throwable failure = summary.getFailures().get(0).getException();
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .map(each -> each.getMessage() + "\n")
                .reduce("", String::concat);
    }

    private static TestExecutionSummary run(Class<?>... classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(classes).map(each -> selectClass(each)).toList())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(modules);
        try {
            LauncherFactory.create().execute(request, listener);
        } finally {
            thread.setContextClassLoader(before);
        }
        return listener.getSummary();
    }

    /** Those that this JVM has made and not dropped. */
    private static List<String> databases() throws SQLException {
        try (TestDatabase any = TestPostgres.shared().newDatabase();
                Connection connection = any.connect()) {
            return List.of(ask(connection, """
                            SELECT concat('', string_agg(datname, ',' ORDER BY datname)) FROM pg_database
                            WHERE datname <> current_database()
                              AND starts_with(datname, regexp_replace(current_database(), '[0-9]+$', ''))""").split(",", -1));
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static String ask(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return ask(connection, sql);
        }
    }

    @MigratedDatabase("books")
    static class AClass {

        private final DataSource source;

        AClass(TestDatabase database, DataSource source) {
            this.source = source;
            SEEN.put("constructor", database.name());
        }

        @BeforeEach
        void before(TestDatabase database) {
            SEEN.put("before", database.name());
        }

        @Test
        void method(DataSource same) throws SQLException {
            assertThat(same).isSameAs(source);
            SEEN.put("method", ask(same, "SELECT current_database() FROM books.made"));
        }

        @Nested
        class Inside {

            Inside(TestDatabase database) {
                SEEN.put("nested constructor", database.name());
            }

            @Test
            void method(DataSource same) throws SQLException {
                SEEN.put("nested", ask(same, "SELECT current_database() FROM books.made"));
            }
        }
    }

    private static void meet(String name, DataSource source) throws Exception {
        meeting.countDown();
        assertThat(meeting.await(20, TimeUnit.SECONDS)).as("at the same time").isTrue();
        SEEN.put(name, ask(source, "SELECT current_database()"));
        SEEN.put("made in " + name, ask(source, "SELECT once FROM books.made"));
    }

    @MigratedDatabase("books")
    static class OneOfTwo {
        @Test
        void isAlone(DataSource source) throws Exception {
            meet("one", source);
        }
    }

    @MigratedDatabase("books")
    static class OtherOfTwo {
        @Test
        void isAlone(DataSource source) throws Exception {
            meet("other", source);
        }
    }

    static class AChild extends OneOfTwo {
        @Test
        @Override
        void isAlone(DataSource source) throws Exception {
            meet("child", source);
        }
    }

    @MigratedDatabase("loans")
    static class WithADependency {
        @Test
        void hasBoth(DataSource source) throws SQLException {
            SEEN.put("tables", ask(source, """
                            SELECT string_agg(schemaname || '.' || tablename, ', ' ORDER BY schemaname) FROM pg_tables
                            WHERE schemaname IN ('books', 'loans', 'broken') AND tablename NOT LIKE 'flyway%'"""));
        }
    }

    @MigratedDatabase("books")
    static class WithANestedOne {
        @Test
        void hasOne(TestDatabase database) {
            SEEN.put("outer", database.name());
        }

        @Nested
        @MigratedDatabase("loans")
        class Inner {
            @Test
            void hasAnother(TestDatabase database) {
                SEEN.put("inner", database.name());
            }
        }
    }

    @MigratedDatabase("shelves")
    static class WithAnUnknownModule {
        @Test
        void neverRuns(TestDatabase database) {
            SEEN.put("ran", database.name());
        }
    }

    @MigratedDatabase("broken")
    static class WithABrokenModule {
        @Test
        void neverRuns(TestDatabase database) {
            SEEN.put("ran", database.name());
        }
    }

    @AfterAll
    static void forgetModules() {
        modules = ClassLoader.getSystemClassLoader();
    }
}
