package io.stockassistant.dataengineering.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.dataengineering.StartedContext;
import io.stockassistant.dataengineering.TwoAtOnce;
import io.stockassistant.dataengineering.sync.application.AdvanceSyncTask;
import io.stockassistant.dataengineering.sync.application.ClaimSyncTask;
import io.stockassistant.dataengineering.sync.application.CompleteSyncTask;
import io.stockassistant.dataengineering.sync.application.FailSyncTask;
import io.stockassistant.dataengineering.sync.application.PauseSyncTask;
import io.stockassistant.dataengineering.sync.application.ResumeSyncTask;
import io.stockassistant.dataengineering.sync.application.StartSyncTask;
import io.stockassistant.migrations.testing.MigratedDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

// The clock stands still, so that no time can tell two changes apart.
@MigratedDatabase("data-engineering")
class TasksInTheDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-02-12T08:00:00.123456Z");
    private static final JobType JOB = JobType.DAILY_HISTORY;

    private final DataSource dataSource;
    private final StartedContext context;
    private final SyncTasks tasks;
    private final StartSyncTask start;
    private final ClaimSyncTask claim;

    TasksInTheDatabaseTest(DataSource dataSource) {
        this.dataSource = dataSource;
        context = new StartedContext(dataSource, Clock.fixed(NOW, ZoneOffset.UTC));
        tasks = context.get(SyncTasks.class);
        start = context.get(StartSyncTask.class);
        claim = context.get(ClaimSyncTask.class);
    }

    @AfterEach
    void empty() {
        JdbcClient.create(dataSource)
                .sql("DELETE FROM data_engineering.sync_tasks")
                .update();
        context.close();
    }

    @Test
    void aTaskGoesFromStartToEnd() {
        SyncTask pending = start.start(JOB, 50, "{\"start_date\":\"2026-01-01\"}");
        assertThat(tasks.find(pending.id())).contains(pending);
        SyncTask running = claim.claim(JOB).orElseThrow();
        SyncTask further = context.get(AdvanceSyncTask.class).advance(running, 50, 1200);
        SyncTask done = context.get(CompleteSyncTask.class).complete(further);
        assertThat(done).isEqualTo(tasks.get(pending.id()));
        assertThat(done)
                .isEqualTo(new SyncTask(
                        pending.id(),
                        JOB,
                        SyncStatus.COMPLETED,
                        50,
                        50,
                        1200,
                        NOW,
                        NOW.plus(3, ChronoUnit.MICROS),
                        NOW,
                        pending.config()));
    }

    @Test
    void aPausedTaskIsClaimedAgainAtItsOffset() {
        start.start(JOB, 50, null);
        SyncTask running =
                context.get(AdvanceSyncTask.class).advance(claim.claim(JOB).orElseThrow(), 50, 10);
        assertThat(context.get(PauseSyncTask.class).pause(running.id()).status())
                .isEqualTo(SyncStatus.PAUSED);
        assertThat(claim.claim(JOB)).isEmpty();
        context.get(ResumeSyncTask.class).resume(running.id());
        SyncTask again = claim.claim(JOB).orElseThrow();
        assertThat(again.id()).isEqualTo(running.id());
        assertThat(again.offset()).isEqualTo(50);
    }

    @Test
    void aFailedTaskStaysFailed() {
        start.start(JOB, 50, null);
        SyncTask failed = context.get(FailSyncTask.class).fail(claim.claim(JOB).orElseThrow());
        assertThat(tasks.get(failed.id()).status()).isEqualTo(SyncStatus.FAILED);
        assertThatThrownBy(() -> context.get(ResumeSyncTask.class).resume(failed.id()))
                .isInstanceOf(IllegalSyncTransition.class)
                .hasMessageContainingAll("FAILED", "PENDING", "start a new task");
    }

    @Test
    void aWorkerWhoseTaskWasPausedIsToldSo() {
        start.start(JOB, 50, null);
        SyncTask held = claim.claim(JOB).orElseThrow();
        context.get(PauseSyncTask.class).pause(held.id());
        assertThatThrownBy(() -> context.get(AdvanceSyncTask.class).advance(held, 50, 10))
                .isInstanceOf(SyncTaskMoved.class)
                .hasMessageContainingAll("was RUNNING at offset 0", "is PAUSED at offset 0");
        assertThat(tasks.get(held.id()).offset()).isZero();
    }

    @Test
    void aWorkerWhoseTaskAnotherOneTookIsToldSo() {
        start.start(JOB, 50, null);
        SyncTask held = claim.claim(JOB).orElseThrow();
        context.get(PauseSyncTask.class).pause(held.id());
        context.get(ResumeSyncTask.class).resume(held.id());
        SyncTask taken = claim.claim(JOB).orElseThrow();
        assertThatThrownBy(() -> context.get(AdvanceSyncTask.class).advance(held, 50, 10))
                .isInstanceOf(SyncTaskMoved.class);
        assertThatThrownBy(() -> context.get(FailSyncTask.class).fail(held)).isInstanceOf(SyncTaskMoved.class);
        assertThatThrownBy(() -> context.get(CompleteSyncTask.class).complete(held))
                .isInstanceOf(SyncTaskMoved.class);
        assertThat(tasks.get(held.id())).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "start_date=2026-01-01", "{\"a\":\"\0\"}"})
    void settingsThatAreNoJsonAreRefused(String config) {
        assertThatThrownBy(() -> start.start(JOB, 50, config))
                .isInstanceOf(InvalidSyncConfig.class)
                .hasMessageContainingAll("no JSON", "for example {");
        assertThat(claim.claim(JOB)).isEmpty();
    }

    @Test
    void ofTwoWhoAdvanceTheSameStateOneIsToldSo() throws Exception {
        start.start(JOB, 50, null);
        SyncTask held = claim.claim(JOB).orElseThrow();
        try (TwoAtOnce two = new TwoAtOnce()) {
            Future<SyncTask> second = context.transaction().execute(transaction -> {
                tasks.change(held, held.advance(50, 10, NOW));
                Future<SyncTask> beside =
                        two.beside(() -> context.get(AdvanceSyncTask.class).advance(held, 50, 10));
                TwoAtOnce.awaitSomebodyWaiting(dataSource);
                return beside;
            });
            assertThat(second).isNotNull();
            assertThatThrownBy(() -> TwoAtOnce.result(second)).isInstanceOf(SyncTaskMoved.class);
            assertThat(tasks.get(held.id()).processed()).isEqualTo(10);
        }
    }

    @Test
    void twoWorkersClaimTwoTasksWithoutWaiting() throws Exception {
        SyncTask one = start.start(JOB, 50, null);
        SyncTask other = start.start(JOB, 50, null);
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        try (TwoAtOnce two = new TwoAtOnce()) {
            Future<Optional<UUID>> first =
                    two.beside(() -> context.transaction().execute(transaction -> {
                        Optional<UUID> mine = claim.claim(JOB).map(SyncTask::id);
                        claimed.countDown();
                        TwoAtOnce.await(seen);
                        return mine;
                    }));
            TwoAtOnce.await(claimed);
            Optional<UUID> mine = claim.claim(JOB).map(SyncTask::id);
            assertThat(claim.claim(JOB)).isEmpty();
            seen.countDown();
            assertThat(List.of(mine.orElseThrow(), TwoAtOnce.result(first).orElseThrow()))
                    .containsExactlyInAnyOrder(one.id(), other.id());
        }
    }

    @Test
    void workersOfOtherKindsSeeNothing() {
        start.start(JOB, 50, null);
        assertThat(claim.claim(JobType.FINANCE_HISTORY)).isEmpty();
        assertThat(claim.claim(JOB)).isPresent();
    }

    @Test
    void aTaskThatIsNotThereIsNamed() {
        UUID unknown = UUID.randomUUID();
        assertThat(tasks.find(unknown)).isEmpty();
        assertThatThrownBy(() -> tasks.get(unknown)).isInstanceOf(NoSuchSyncTask.class);
        assertThatThrownBy(() -> context.get(PauseSyncTask.class).pause(unknown))
                .isInstanceOf(NoSuchSyncTask.class)
                .hasMessageContaining(unknown.toString());
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        for (int i = 0; i < 3; i++) {
            start.start(JOB, 50, null);
        }
        List<SyncTask> first = tasks.listAfter(null, 2);
        List<SyncTask> second = tasks.listAfter(first.get(1).id(), 2);
        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(first)
                .isSortedAccordingTo(
                        Comparator.comparing((SyncTask task) -> task.id().toString()));
    }
}
