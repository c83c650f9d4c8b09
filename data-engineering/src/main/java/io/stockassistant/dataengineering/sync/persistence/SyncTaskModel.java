package io.stockassistant.dataengineering.sync.persistence;

import io.stockassistant.shared.persistence.DefaultValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code sync_tasks}. */
@Entity
@Table(
        name = "sync_tasks",
        comment = "Runs that fetch market data from the provider in batches, with how far each has come.")
record SyncTaskModel(
        @Id @Column(nullable = false, comment = "Key of the task, assigned by the application.")
        UUID id,

        @Column(
                length = 50,
                nullable = false,
                comment = "Kind of work: DAILY_HISTORY, FINANCE_HISTORY, DAILY_INCREMENTAL or FINANCE_INCREMENTAL.")
        String jobType,

        @Column(
                length = 20,
                nullable = false,
                comment = "State of the task: PENDING, RUNNING, COMPLETED, FAILED or PAUSED.")
        String status,

        @DefaultValue("0")
        @Column(nullable = false, comment = "Number of stocks already passed; the next batch starts here.")
        Integer currentOffset,

        @DefaultValue("50") @Column(nullable = false, comment = "Number of stocks in a batch.")
        Integer batchSize,

        @DefaultValue("0") @Column(nullable = false, comment = "Number of records processed so far.")
        Integer totalProcessed,

        @Column(comment = "When the task was started; null before that.") @Nullable
        Instant startedAt,

        @Column(comment = "When the task last made progress or changed its state.") @Nullable
        Instant updatedAt,

        @Column(comment = "When the task was completed; null before that.") @Nullable
        Instant completedAt,

        @Column(columnDefinition = "json", comment = "Settings of this task alone, such as start_date and end_date.")
        @Nullable
        String config) {}
