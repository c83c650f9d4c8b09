package io.stockassistant.dataengineering.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TheStatesOfATaskTest {

    private static final Instant NOW = Instant.parse("2026-02-12T08:00:00.123456789Z");

    private static final Set<List<SyncStatus>> LAWFUL = Set.of(
            List.of(SyncStatus.PENDING, SyncStatus.RUNNING),
            List.of(SyncStatus.RUNNING, SyncStatus.PAUSED),
            List.of(SyncStatus.RUNNING, SyncStatus.FAILED),
            List.of(SyncStatus.RUNNING, SyncStatus.COMPLETED),
            List.of(SyncStatus.PAUSED, SyncStatus.PENDING));

    @ParameterizedTest
    @MethodSource("everyPair")
    void changeOnlyAlongTheLawfulWays(SyncStatus from, SyncStatus to) {
        SyncTask task = in(from);
        if (LAWFUL.contains(List.of(from, to))) {
            assertThat(go(task, to).status()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> go(task, to))
                    .isInstanceOfSatisfying(IllegalSyncTransition.class, refusal -> {
                        assertThat(refusal.from()).isEqualTo(from);
                        assertThat(refusal.to()).isEqualTo(to);
                    })
                    .hasMessageContainingAll(task.id().toString(), "is " + from, "cannot become " + to);
        }
    }

    static List<Arguments> everyPair() {
        List<Arguments> pairs = new ArrayList<>();
        for (SyncStatus from : SyncStatus.values()) {
            for (SyncStatus to : SyncStatus.values()) {
                pairs.add(Arguments.of(from, to));
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("idle")
    void onlyARunningTaskAdvances(SyncStatus status) {
        assertThatThrownBy(() -> in(status).advance(1, 1, NOW)).isInstanceOf(IllegalSyncTransition.class);
    }

    static List<SyncStatus> idle() {
        return List.of(SyncStatus.PENDING, SyncStatus.PAUSED, SyncStatus.FAILED, SyncStatus.COMPLETED);
    }

    @Test
    void aRunKeepsItsStartAndCountsWhatItPassed() {
        SyncTask running = in(SyncStatus.RUNNING).advance(50, 1200, NOW);
        SyncTask later =
                running.pause(NOW).resume(NOW).start(NOW.plusSeconds(60)).advance(50, 1100, NOW);
        assertThat(later.startedAt()).isEqualTo(Instant.parse("2026-02-12T08:00:00.123456Z"));
        assertThat(later.offset()).isEqualTo(100);
        assertThat(later.processed()).isEqualTo(2300);
        assertThat(later.complete(NOW).completedAt()).isEqualTo(Instant.parse("2026-02-12T08:00:00.123456Z"));
    }

    @Test
    void nobodyGoesBackOrBeyondTheNumbers() {
        SyncTask running = in(SyncStatus.RUNNING);
        assertThatThrownBy(() -> running.advance(-1, 0, NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> running.advance(1, 0, NOW).advance(Integer.MAX_VALUE, 0, NOW))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> SyncTask.pending(UUID.randomUUID(), JobType.DAILY_HISTORY, 0, null, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SyncTask go(SyncTask task, SyncStatus to) {
        return switch (to) {
            case PENDING -> task.resume(NOW);
            case RUNNING -> task.start(NOW);
            case PAUSED -> task.pause(NOW);
            case COMPLETED -> task.complete(NOW);
            case FAILED -> task.fail(NOW);
        };
    }

    private static SyncTask in(SyncStatus status) {
        SyncTask pending = SyncTask.pending(UUID.randomUUID(), JobType.DAILY_HISTORY, 50, null, NOW);
        return switch (status) {
            case PENDING -> pending;
            case RUNNING -> pending.start(NOW);
            case PAUSED -> pending.start(NOW).pause(NOW);
            case COMPLETED -> pending.start(NOW).complete(NOW);
            case FAILED -> pending.start(NOW).fail(NOW);
        };
    }
}
