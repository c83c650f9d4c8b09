package io.stockassistant.dataengineering.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.dataengineering.StartedContext;
import io.stockassistant.dataengineering.TwoAtOnce;
import io.stockassistant.dataengineering.stock.ThirdCode;
import io.stockassistant.dataengineering.sync.application.ListRetryableSyncFailures;
import io.stockassistant.dataengineering.sync.application.RecordSyncFailure;
import io.stockassistant.dataengineering.sync.application.ResolveSyncFailure;
import io.stockassistant.dataengineering.sync.application.RetrySyncFailure;
import io.stockassistant.migrations.testing.MigratedDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@MigratedDatabase("data-engineering")
class FailuresInTheDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-02-12T08:00:00.123456Z");
    private static final ThirdCode CODE = new ThirdCode("000001.SZ");
    private static final JobType JOB = JobType.FINANCE_HISTORY;

    private final DataSource dataSource;
    private final StartedContext context;
    private final SyncFailures failures;
    private final RecordSyncFailure record;
    private final RetrySyncFailure retry;
    private final ResolveSyncFailure resolve;
    private final ListRetryableSyncFailures list;

    FailuresInTheDatabaseTest(DataSource dataSource) {
        this.dataSource = dataSource;
        context = new StartedContext(dataSource, Clock.fixed(NOW, ZoneOffset.UTC));
        failures = context.get(SyncFailures.class);
        record = context.get(RecordSyncFailure.class);
        retry = context.get(RetrySyncFailure.class);
        resolve = context.get(ResolveSyncFailure.class);
        list = context.get(ListRetryableSyncFailures.class);
    }

    @AfterEach
    void empty() {
        JdbcClient.create(dataSource)
                .sql("DELETE FROM data_engineering.sync_failure_records")
                .update();
        context.close();
    }

    @Test
    void aFailureIsRetriedUpToItsMaximumAndNoFurther() {
        SyncFailure failure = record.record(JOB, CODE, "no answer", 2);
        assertThat(failures.find(failure.id())).contains(failure);
        retry.retry(failure.id());
        record.recordAgain(failure.id(), "still no answer");
        SyncFailure second = retry.retry(failure.id());
        assertThat(second.retries()).isEqualTo(2);
        assertThat(second.errorMessage()).isEqualTo("still no answer");
        assertThat(second.canRetry()).isFalse();
        assertThatThrownBy(() -> retry.retry(failure.id()))
                .isInstanceOf(RetriesExhausted.class)
                .hasMessageContainingAll("2 of at most 2", "000001.SZ");
        assertThat(failures.get(failure.id())).isEqualTo(second);
    }

    @Test
    void ofTwoWhoMakeTheLastRetryOneIsRefused() throws Exception {
        SyncFailure failure = record.record(JOB, CODE, "no answer", 1);
        try (TwoAtOnce two = new TwoAtOnce()) {
            Future<SyncFailure> second = context.transaction().execute(transaction -> {
                retry.retry(failure.id());
                Future<SyncFailure> beside = two.beside(() -> retry.retry(failure.id()));
                TwoAtOnce.awaitSomebodyWaiting(dataSource);
                return beside;
            });
            assertThat(second).isNotNull();
            assertThatThrownBy(() -> TwoAtOnce.result(second)).isInstanceOf(RetriesExhausted.class);
            assertThat(failures.get(failure.id()).retries()).isEqualTo(1);
        }
    }

    @Test
    void aResolvedFailureIsLeftInPeace() {
        SyncFailure failure = record.record(JOB, CODE, "no answer", 3);
        SyncFailure resolved = resolve.resolve(failure.id());
        assertThat(resolved.resolvedAt()).isEqualTo(NOW);
        assertThat(failures.get(failure.id())).isEqualTo(resolved);
        assertThatThrownBy(() -> retry.retry(failure.id())).isInstanceOf(SyncFailureResolved.class);
        assertThatThrownBy(() -> record.recordAgain(failure.id(), "again")).isInstanceOf(SyncFailureResolved.class);
        assertThatThrownBy(() -> resolve.resolve(failure.id()))
                .isInstanceOf(SyncFailureResolved.class)
                .hasMessageContaining("record a new one");
    }

    @Test
    void onlyOpenFailuresWithRetriesLeftAreListed() {
        SyncFailure open = record.record(JOB, CODE, "no answer", 3);
        SyncFailure next = record.record(JOB, CODE, "no answer", 3);
        record.record(JOB, CODE, "no retries at all", 0);
        record.record(JobType.DAILY_HISTORY, CODE, "another kind", 3);
        resolve.resolve(record.record(JOB, CODE, "resolved", 3).id());
        List<SyncFailure> first = list.listAfter(JOB, null, 1);
        List<SyncFailure> second = list.listAfter(JOB, first.get(0).id(), 10);
        assertThat(List.of(first.get(0), second.get(0))).containsExactlyInAnyOrder(open, next);
        assertThat(second).hasSize(1);
    }

    @Test
    void aPageHasALeastAndAMost() {
        assertThatThrownBy(() -> list.listAfter(JOB, null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list.listAfter(JOB, null, ListRetryableSyncFailures.LARGEST_PAGE + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000");
    }

    @Test
    void aLongMessageIsCutToWhatTheColumnHolds() {
        SyncFailure failure = record.record(JOB, CODE, "\0" + "😀".repeat(600), 3);
        assertThat(failures.get(failure.id()).errorMessage()).isEqualTo(" " + "😀".repeat(499));
    }

    @Test
    void aFailureThatIsNotThereIsNamed() {
        UUID unknown = UUID.randomUUID();
        SyncFailure never = SyncFailure.first(unknown, JOB, CODE, "never stored", 1, NOW);
        assertThat(failures.find(unknown)).isEmpty();
        assertThatThrownBy(() -> failures.get(unknown)).isInstanceOf(NoSuchSyncFailure.class);
        assertThatThrownBy(() -> failures.change(never)).isInstanceOf(NoSuchSyncFailure.class);
        assertThatThrownBy(() -> retry.retry(unknown))
                .isInstanceOf(NoSuchSyncFailure.class)
                .hasMessageContaining(unknown.toString());
    }
}
