package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.shared.config.Password;
import io.stockassistant.shared.config.Variables;
import io.stockassistant.shared.migration.InitOutcome;
import io.stockassistant.shared.migration.InitPlace;
import io.stockassistant.shared.migration.InitTask;
import io.stockassistant.shared.migration.ShownOnce;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.core.BaseConnection;

/** On a database with a table of customers, of whom there shall be one. */
class ATaskOfInitTest {

    private static final String SECRET = "told once";

    @RegisterExtension
    final Scene scene = new Scene();

    private final List<String> screen = new ArrayList<>();

    /** The work of a task, which may fail as it likes. */
    private interface Work {
        void on(Connection connection) throws Exception;
    }

    private record FirstCustomer(Work before) implements InitTask {

        @Override
        public String module() {
            return "shop";
        }

        @Override
        public String name() {
            return "first-customer";
        }

        @Override
        public Optional<InitOutcome> findDone(Connection connection) throws SQLException {
            return count(connection) == 0
                    ? Optional.empty()
                    : Optional.of(InitOutcome.unchanged(List.of("was there"), Map.of()));
        }

        @Override
        public Ready prepare(Variables settings, InitPlace place) {
            return this::carryOut;
        }

        private InitOutcome carryOut(Connection connection) throws Exception {
            execute(connection, "INSERT INTO shop.customer VALUES ('ann')");
            before.on(connection);
            return new InitOutcome(
                    true, List.of("made"), Map.of(), Optional.of(new ShownOnce("It", Password.of(SECRET))));
        }
    }

    @BeforeEach
    void upgrade() throws SQLException {
        scene.modules().upgrade("shop", "1__customer", "CREATE TABLE customer (name text);\n");
        scene.runs().up();
    }

    private InitOutcome run(Work before, Consumer<ShownOnce> show) throws Exception {
        return run(scene.runs(), before, show);
    }

    private static InitOutcome run(Runs runs, Work before, Consumer<ShownOnce> show) throws Exception {
        FirstCustomer task = new FirstCustomer(before);
        Migrations migrations = runs.files().get();
        return new InitTaskRun(runs.context(migrations))
                .run(task, () -> task.prepare(Variables.of(Map.of(), Map.of()), new InitPlace(false, true)), show);
    }

    private InitOutcome run(Work before) throws Exception {
        return run(before, once -> screen.add(once.secret().reveal()));
    }

    private int customers() throws SQLException {
        try (Connection connection = scene.database().connect()) {
            return count(connection);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM shop.customer")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void isDoneOnce() throws Exception {
        assertThat(run(connection -> {}).lines()).containsExactly("made");
        assertThat(run(connection -> {}).lines()).containsExactly("was there");
        assertThat(customers()).isEqualTo(1);
        assertThat(screen).containsExactly(SECRET);
    }

    @Test
    void isDoneByOneOfTwoAtOnce() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Background<InitOutcome> first = Background.start(() -> run(connection -> {
            inside.countDown();
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
        }));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        Background<InitOutcome> second = Background.start(() -> run(connection -> {}));
        Waiting.until(
                scene,
                "(SELECT count(*) = 2 FROM pg_stat_activity WHERE application_name = 'migrations lock'"
                        + " AND datname = current_database())");
        goOn.countDown();
        assertThat(first.get().changed()).isTrue();
        assertThat(second.get().changed()).isFalse();
        assertThat(customers()).isEqualTo(1);
        assertThat(screen).containsExactly(SECRET);
    }

    @Test
    void showsItsSecretBeforeAnythingIsThere() throws Exception {
        List<Integer> then = new ArrayList<>();
        run(connection -> {}, once -> {
            try {
                then.add(customers());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(then).containsExactly(0);
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void leavesNothingWhenItFailsAndIsWholeTheNextTime() throws Exception {
        assertThatThrownBy(() -> run(connection -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThatThrownBy(() -> run(connection -> {}, once -> {
                    throw new IllegalStateException("no screen");
                }))
                .hasMessage("no screen");
        assertThatThrownBy(
                        () -> run(connection -> execute(connection, "SELECT pg_terminate_backend(pg_backend_pid())")))
                .isInstanceOf(SQLException.class);
        assertThat(customers()).isZero();
        assertThat(screen).isEmpty();
        assertThat(run(connection -> {}).changed()).isTrue();
    }

    @Test
    void mayNotEndItsTransaction() throws Exception {
        List<Work> refused = List.of(Connection::commit, Connection::rollback, Connection::close);
        for (Work each : refused) {
            assertThatThrownBy(() -> run(each))
                    .isInstanceOf(SQLException.class)
                    .hasMessageStartingWith("Refused to a task of init: ");
            assertThat(customers()).isZero();
        }
        assertThat(screen).isEmpty();
        assertThat(run(connection -> {}).changed()).isTrue();
    }

    /** What it has committed so cannot be taken back, and nobody says that it was. */
    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "COMMIT; BEGIN", "COMMIT; BEGIN; SELECT 1 / 0", "wrapped"})
    void isSaidToHaveEndedItsTransactionWhereItDidSoBehindOurBack(String sql) throws SQLException {
        Work work = sql.equals("wrapped")
                ? connection -> connection.unwrap(BaseConnection.class).execSQLUpdate("COMMIT")
                : connection -> execute(connection, sql);
        assertThatThrownBy(() -> run(work)).isInstanceOfSatisfying(ProblemException.class, e -> {
            Problem problem = e.problems().get(0);
            assertThat(problem.code()).isEqualTo(ProblemCode.FAILED_TASK);
            assertThat(problem.message())
                    .endsWith(
                            "FirstCustomer has ended the transaction that it was given. What it wrote may" + " stay.");
        });
        assertThat(customers()).isEqualTo(1);
        assertThat(screen).isEmpty();
    }

    @Test
    void mayNotGoOnAfterAFailedStatement() throws SQLException {
        assertThatThrownBy(() -> run(connection -> assertThatThrownBy(() -> execute(connection, "SELECT 1 / 0"))
                        .isInstanceOf(SQLException.class)))
                .hasMessageContaining("has gone on although a statement of its transaction had failed");
        assertThat(customers()).isZero();
    }

    @Test
    void doesNotBeginWhenItsLockIsLost() throws SQLException {
        ConnectionSource connections = scene.runs().connections();
        AtomicInteger opened = new AtomicInteger();
        Runs losing = scene.runs().with((ConnectionSource) purpose -> {
            if (purpose.equals("init") && opened.incrementAndGet() == 2) {
                endLock();
            }
            return connections.open(purpose);
        });
        assertThatThrownBy(() -> run(losing, connection -> {}, once -> {}))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCode.LOCK_LOST));
        assertThat(customers()).isZero();
    }

    private void endLock() {
        try {
            scene.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND application_name = 'migrations lock'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Waiting.until(
                scene,
                "(SELECT count(*) = 0 FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = 'migrations lock')");
    }

    @Test
    void waitsNoLongerForALockThanAMigration() throws Exception {
        try (Connection other = scene.database().connect()) {
            other.setAutoCommit(false);
            execute(other, "LOCK TABLE shop.customer IN EXCLUSIVE MODE");
            assertThatThrownBy(() -> run(connection -> {})).hasMessageContaining("lock timeout");
        }
    }
}
