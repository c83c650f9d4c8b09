package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.apply.ApplyReport.Applied;
import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.testing.TestPostgres;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwoRunsAtOnceTest {

    @RegisterExtension
    final Scene scene = new Scene();

    private final CountDownLatch waits = new CountDownLatch(1);
    private final List<String> holders = new ArrayList<>();
    private final RunObserver waiting = new RunObserver() {
        @Override
        public void waitingForRun(String holder) {
            holders.add(holder);
            waits.countDown();
        }
    };

    /** The first script waits until this connection lets go of lock 42. */
    private static final String SLOW = "SELECT pg_advisory_xact_lock(42);\nCREATE TABLE a ();\n";

    @BeforeEach
    void slowShop() {
        scene.modules().upgrade("shop", "1__slow", SLOW).upgrade("shop", "2__b", "CREATE TABLE b ();\n");
    }

    @Test
    void theSecondWaitsSaysSoAndFindsNothingToDo() throws Exception {
        try (Connection gate = closedGate()) {
            Background<ApplyReport> first = firstRunAtTheGate();
            Background<ApplyReport> second =
                    Background.start(() -> scene.runs().with(waiting).up());
            assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
            open(gate);
            assertThat(first.get()).isInstanceOf(Applied.class);
            assertThat(second.get()).isInstanceOf(NothingToDo.class);
        }
        assertThat(holders)
                .singleElement()
                .asString()
                .contains("process ")
                .contains(scene.database().user());
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|2|t");
    }

    @Test
    void theSecondDoesNotTakeAMigrationUnderWayForOneThatStopped() throws Exception {
        scene.modules()
                .upgrade("shop", "1__slow", "SELECT pg_advisory_lock(42);\nCREATE TABLE a ();\n")
                .withoutTransaction("shop", "V1__slow");
        try (Connection gate = closedGate()) {
            Background<ApplyReport> first = firstRunAtTheGate();
            Background<ApplyReport> second =
                    Background.start(() -> scene.runs().with(waiting).up());
            assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
            open(gate);
            assertThat(first.get()).isInstanceOf(Applied.class);
            assertThat(second.get()).isInstanceOf(NothingToDo.class);
        }
    }

    @Test
    void theSecondMayWaitLongerThanASessionMayBeIdle() throws Exception {
        assumeTrue(TestPostgres.shared().major() >= 14, "idle_session_timeout came with PostgreSQL 14");
        try (Connection gate = closedGate()) {
            Background<ApplyReport> first = firstRunAtTheGate();
            Sql.execute(gate, "ALTER DATABASE " + scene.database().name() + " SET idle_session_timeout = '1s'");
            Background<ApplyReport> second =
                    Background.start(() -> scene.runs().with(waiting).up());
            assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1500));
            open(gate);
            assertThat(first.get()).isInstanceOf(Applied.class);
            assertThat(second.get()).isInstanceOf(NothingToDo.class);
        }
    }

    @Test
    void theSecondGivesUpWhenItsPatienceEnds() throws Exception {
        try (Connection gate = closedGate()) {
            Background<ApplyReport> first = firstRunAtTheGate();
            RunSettings hurried = new RunSettings(Duration.ofSeconds(1), 0, Duration.ofMillis(100));
            assertThatThrownBy(() -> scene.runs().with(hurried).up())
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Another run is at work in this database (process ");
            open(gate);
            assertThat(first.get()).isInstanceOf(Applied.class);
        }
    }

    @Test
    void theSecondEndsWhenItIsInterrupted() throws Exception {
        try (Connection gate = closedGate()) {
            Background<ApplyReport> first = firstRunAtTheGate();
            Interruption interruption = new Interruption();
            Background<ApplyReport> second = Background.start(
                    () -> scene.runs().with(waiting).with(interruption).up());
            assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
            interruption.request();
            assertThatThrownBy(second::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(ProblemException.class)
                    .hasMessageContaining("Interrupted before anything was changed");
            open(gate);
            assertThat(first.get()).isInstanceOf(Applied.class);
        }
    }

    @Test
    void aCrowdAppliesEverythingOnce() throws Exception {
        scene.modules().upgrade("shop", "1__slow", "CREATE TABLE a ();\nSELECT pg_sleep(0.5);\n");
        CountDownLatch start = new CountDownLatch(1);
        List<Background<ApplyReport>> crowd = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            crowd.add(Background.start(() -> {
                start.await();
                return scene.up();
            }));
        }
        start.countDown();
        int applied = 0;
        for (Background<ApplyReport> each : crowd) {
            applied += each.get().done().size();
        }
        assertThat(applied).isEqualTo(2);
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|2|t");
    }

    private Connection closedGate() throws Exception {
        Connection gate = scene.connect();
        Sql.execute(gate, "SELECT pg_advisory_lock(42)");
        return gate;
    }

    private static void open(Connection gate) throws Exception {
        Sql.execute(gate, "SELECT pg_advisory_unlock(42)");
    }

    private Background<ApplyReport> firstRunAtTheGate() {
        Background<ApplyReport> run = Background.start(() -> scene.runs()
                .with(new RunSettings(Duration.ZERO, 0, Duration.ZERO))
                .up());
        Waiting.until(scene, Waiting.lockWaitedFor());
        return run;
    }
}
