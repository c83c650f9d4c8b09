package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.Applied;
import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PlaceholderValues;
import io.stockassistant.migrations.testing.CompiledModule;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One class that does what a placeholder says, most of it wrong. */
class ACodeThatFailsTest {

    @TempDir
    private static Path root;

    private static CompiledModule shop;

    private final TestDatabase database = TestPostgres.shared().newDatabase();

    @BeforeAll
    static void compile() {
        shop = new CompiledModule(root, "shop")
                .sql("V1__people.sql", "CREATE TABLE people (name text);\n")
                .java("V2__Code", """
                        public class V2__Code extends BaseJavaMigration {
                            @Override public boolean canExecuteInTransaction() {
                                return !Boolean.getBoolean("test.without.transaction");
                            }
                            @Override public void migrate(Context context) throws Exception {
                                Connection connection = context.getConnection();
                                sql(connection, "INSERT INTO people VALUES ('Ada')");
                                switch (context.getConfiguration().getPlaceholders().get("what")) {
                                    case "throw" -> throw new IllegalStateException("no such person");
                                    case "error" -> throw new NoClassDefFoundError("com/example/Gone");
                                    case "overflow" -> overflow();
                                    case "sql" -> sql(connection, "INSERT INTO nobody VALUES (1)");
                                    case "wrapped" -> wrapped(connection);
                                    case "swallowed" -> swallowed(connection);
                                    case "commit" -> connection.commit();
                                    case "rollback" -> connection.rollback();
                                    case "close" -> connection.close();
                                    case "abort" -> connection.abort(Runnable::run);
                                    case "autocommit" -> connection.setAutoCommit(true);
                                    case "readonly" -> connection.setReadOnly(true);
                                    case "isolation" ->
                                        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                                    case "roundabout" -> connection.createStatement().getConnection().commit();
                                    case "sql commit" -> sql(connection, "COMMIT");
                                    case "sql rollback" -> sql(connection, "ROLLBACK");
                                    case "commit and begin" -> sql(connection, "COMMIT; BEGIN");
                                    case "commit unseen" -> {
                                        try { sql(connection, "COMMIT"); } catch (SQLException e) { }
                                        sql(connection, "INSERT INTO people VALUES ('Grace')");
                                    }
                                    case "commit of the driver" ->
                                        connection.unwrap(org.postgresql.core.BaseConnection.class)
                                                .execSQLUpdate("COMMIT");
                                    case "sleep" -> sql(connection, "SELECT pg_sleep(30)");
                                    case "lock" -> sql(connection, "LOCK TABLE people");
                                    case "own" -> {
                                        connection.setAutoCommit(false);
                                        sql(connection, "INSERT INTO people VALUES ('Grace')");
                                        connection.commit();
                                        connection.setAutoCommit(true);
                                        sql(connection, "CREATE INDEX CONCURRENTLY ix_people_name ON people (name)");
                                    }
                                    case "own left open" -> connection.setAutoCommit(false);
                                    case "own begun" -> {
                                        connection.setAutoCommit(false);
                                        sql(connection, "INSERT INTO people VALUES ('Grace')");
                                    }
                                    case "all that is allowed" -> allowed(connection);
                                    case "keep" -> System.getProperties().put("test.kept", connection);
                                    default -> throw new IllegalArgumentException();
                                }
                            }
                            private static void overflow() { overflow(); }
                            private static void wrapped(Connection connection) {
                                try {
                                    sql(connection, "INSERT INTO nobody VALUES (1)");
                                } catch (SQLException e) {
                                    throw new RuntimeException("could not insert", e);
                                }
                            }
                            private static void swallowed(Connection connection) {
                                try {
                                    sql(connection, "INSERT INTO nobody VALUES (1)");
                                } catch (SQLException e) {
                                    // as if nothing had happened
                                }
                            }
                            private static void allowed(Connection connection) throws Exception {
                                if (connection.getAutoCommit()) throw new IllegalStateException("autocommit");
                                connection.setAutoCommit(false);
                                Savepoint before = connection.setSavepoint();
                                try { sql(connection, "INSERT INTO nobody VALUES (1)"); }
                                catch (SQLException e) { connection.rollback(before); }
                                sql(connection, "DO $$ BEGIN RAISE WARNING 'careful'; END $$");
                                connection.unwrap(org.postgresql.PGConnection.class).getCopyAPI()
                                        .copyIn("COPY people FROM STDIN", new java.io.StringReader("Grace\\n"));
                                sql(connection, "SET search_path = pg_catalog");
                                sql(connection, "SET SESSION AUTHORIZATION DEFAULT");
                            }
                            private static void sql(Connection connection, String text) throws SQLException {
                                try (Statement statement = connection.createStatement()) {
                                    statement.execute(text);
                                }
                            }
                        }
                        """)
                .compile();
    }

    @AfterEach
    void end() {
        System.clearProperty("test.without.transaction");
        database.close();
    }

    @AfterAll
    static void forget() {
        shop = new CompiledModule(root, "shop");
    }

    private Runs runs(String what) {
        PlaceholderValues values = new PlaceholderValues("me", database.name(), Map.of("what", what));
        return Runs.on(database, () -> Migrations.list(shop.modules(), () -> values));
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.rows(connection, query);
        }
    }

    private Failure fails(String what) throws SQLException {
        ApplyReport report = runs(what).up();
        assertThat(report).as(what).isInstanceOf(Stopped.class);
        return ((Stopped) report).failure();
    }

    /** What the code does, and what the report says: SQLSTATE and message. */
    private record Case(String what, @Nullable String state, String message) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> cases() {
        String ended = "db.migration.shop.V2__Code has ended the transaction of its step.";
        return Stream.of(
                new Case("throw", null, "java.lang.IllegalStateException: no such person"),
                new Case("error", null, "java.lang.NoClassDefFoundError: com/example/Gone"),
                new Case("overflow", null, "java.lang.StackOverflowError"),
                new Case("sql", "42P01", "relation \"nobody\" does not exist"),
                new Case("wrapped", "42P01", "relation \"nobody\" does not exist"),
                new Case("swallowed", null, "has gone on although a statement of its transaction had failed"),
                new Case("commit", "0A000", "Refused to a migration: commit()"),
                new Case("rollback", "0A000", "Refused to a migration: rollback()"),
                new Case("close", "0A000", "Refused to a migration: close()"),
                new Case("abort", "0A000", "Refused to a migration: abort()"),
                new Case("autocommit", "0A000", "Refused to a migration: setAutoCommit(true)"),
                new Case("readonly", "0A000", "Refused to a migration: setReadOnly(true)"),
                new Case("isolation", "0A000", "Refused to a migration: setTransactionIsolation(8)"),
                new Case("roundabout", "0A000", "Refused to a migration: commit()"),
                new Case("sql rollback", null, ended));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesNothingBehind(Case each) throws SQLException {
        Failure failure = fails(each.what());
        assertThat(failure.code()).isEqualTo(ProblemCode.FAILED_MIGRATION);
        assertThat(failure.sqlState()).isEqualTo(each.state());
        assertThat(failure.message()).contains(each.message());
        assertThat(rows("SELECT * FROM shop.people")).isEmpty();
        assertThat(rows("SELECT version FROM shop.flyway_schema_history WHERE version = '2'"))
                .isEmpty();
        assertThat(rows("SELECT outcome FROM migrations.step WHERE version = '2'"))
                .containsExactly("failed");
        assertThat(runs("all that is allowed").up()).isInstanceOf(Applied.class);
    }

    @Test
    void isShownWithTheLineOfItsClass() throws SQLException {
        Failure failure = fails("throw");
        assertThat(failure.line()).isEqualTo(10);
        assertThat(failure.step().file().place(failure.line()))
                .isEqualTo("db.migration.shop.V2__Code(V2__Code.java:10)");
        assertThat(failure.state()).contains("rolled back as a whole");
        assertThat(failure.remedy()).isEqualTo("Mend db.migration.shop.V2__Code, then repeat the command.");
    }

    static List<String> commits() {
        return List.of("sql commit", "commit and begin", "commit unseen", "commit of the driver");
    }

    @ParameterizedTest
    @MethodSource("commits")
    void isFoundOutWhenItCommitsBehindOurBack(String what) throws SQLException {
        Failure failure = fails(what);
        assertThat(failure.message()).contains("has ended the transaction of its step");
        assertThat(failure.state())
                .isEqualTo("It ended the transaction of its step by itself: what it has committed is in the database,"
                        + " and its history row is not.");
        assertThat(failure.remedy()).contains("take back by hand what it had done, then repeat the command");
        assertThat(rows("SELECT * FROM shop.people")).containsExactly("Ada");
        assertThat(rows("SELECT version FROM shop.flyway_schema_history WHERE version = '2'"))
                .isEmpty();
    }

    @Test
    void mayDoWhatItsTransactionAllows() throws SQLException {
        List<String> heard = new ArrayList<>();
        ApplyReport report = runs("all that is allowed")
                .with(new RunObserver() {
                    @Override
                    public void notice(Step step, ServerNotice notice) {
                        heard.add(notice.severity() + " " + notice.message() + " "
                                + step.file().place(notice.line()));
                    }
                })
                .up();
        assertThat(report).isInstanceOf(Applied.class);
        assertThat(rows("SELECT * FROM shop.people")).containsExactly("Ada", "Grace");
        assertThat(heard)
                .singleElement()
                .asString()
                .startsWith("WARNING careful db.migration.shop.V2__Code(V2__Code.java:");
    }

    @Test
    void cannotKeepTheConnection() throws SQLException {
        assertThat(runs("keep").up()).isInstanceOf(Applied.class);
        Connection kept =
                (Connection) Objects.requireNonNull(System.getProperties().remove("test.kept"));
        assertThatThrownBy(kept::createStatement)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("its step is over");
    }

    @Test
    void isStoppedByTheStatementTimeout() throws SQLException {
        RunSettings settings = new RunSettings(
                Duration.ofMillis(100), 0, Duration.ofSeconds(20), Duration.ofMillis(200), Duration.ofSeconds(20));
        ApplyReport report = runs("sleep").with(settings).up();
        assertThat(((Stopped) report).failure().sqlState()).isEqualTo("57014");
        assertThat(((Stopped) report).failure().remedy()).contains("--statement-timeout");
    }

    @Test
    void isStoppedByAnInterruption() throws Exception {
        Interruption interruption = new Interruption();
        var repeated = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
        try {
            Runs runs = runs("sleep").with(interruption).with(new RunObserver() {
                @Override
                public void stepStarted(Step step) {
                    if (step.name().equals("shop@2")) {
                        var unused =
                                repeated.scheduleAtFixedRate(interruption::request, 300, 200, TimeUnit.MILLISECONDS);
                    }
                }
            });
            ApplyReport report = runs.up();
            assertThat(((Stopped) report).failure().code()).isEqualTo(ProblemCode.INTERRUPTED);
            assertThat(rows("SELECT * FROM shop.people")).isEmpty();
        } finally {
            repeated.shutdownNow();
        }
    }

    @Test
    void isTriedAgainWhenALockIsNotGranted() throws SQLException {
        runs("lock").up("shop@1");
        List<Integer> attempts = new ArrayList<>();
        try (Connection holder = database.connect()) {
            holder.setAutoCommit(false);
            Sql.execute(holder, "LOCK TABLE shop.people");
            ApplyReport report = runs("lock")
                    .with(new RunObserver() {
                        @Override
                        public void retrying(Step step, Obstruction obstruction, int attempt, int of, Duration pause) {
                            attempts.add(attempt);
                            try {
                                holder.rollback();
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                    })
                    .up();
            assertThat(report).isInstanceOf(Applied.class);
        }
        assertThat(attempts).containsExactly(1);
        assertThat(rows("SELECT * FROM shop.people")).containsExactly("Ada");
    }

    @Test
    void mayEndItsOwnTransactionsWithoutOne() throws SQLException {
        System.setProperty("test.without.transaction", "true");
        assertThat(runs("own").up()).isInstanceOf(Applied.class);
        assertThat(rows("SELECT * FROM shop.people")).containsExactly("Ada", "Grace");
        assertThat(StockFlyway.on(shop.loader(), database, "shop", shop.location())
                        .validate())
                .isEmpty();
    }

    @Test
    void mayLeaveJdbcsSwitchAsItLikes() throws SQLException {
        System.setProperty("test.without.transaction", "true");
        assertThat(runs("own left open").up()).isInstanceOf(Applied.class);
    }

    static Stream<Case> withoutTransaction() {
        return Stream.of(
                new Case("throw", null, "no such person"),
                new Case("own begun", null, "has left a transaction open that it began"),
                new Case("close", "0A000", "Refused to a migration: close()"));
    }

    @ParameterizedTest
    @MethodSource("withoutTransaction")
    void isMarkedAndRepairedWithoutATransaction(Case each) throws SQLException {
        System.setProperty("test.without.transaction", "true");
        Failure failure = fails(each.what());
        assertThat(failure.message()).contains(each.message());
        assertThat(failure.state()).contains("what its class had done when it stopped may be in the database");
        assertThat(failure.remedy()).contains("then 'migrations repair'");
        assertThat(rows("SELECT * FROM shop.people")).containsExactly("Ada");
        assertThat(rows("SELECT type, success FROM shop.flyway_schema_history WHERE version = '2'"))
                .containsExactly("JDBC|f");
        assertThat(runs(each.what()).repair()).hasSize(1);
        assertThat(runs("own left open").up()).isInstanceOf(Applied.class);
    }
}
