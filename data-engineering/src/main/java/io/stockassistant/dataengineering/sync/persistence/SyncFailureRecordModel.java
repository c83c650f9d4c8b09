package io.stockassistant.dataengineering.sync.persistence;

import io.stockassistant.shared.persistence.DefaultValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code sync_failure_records}. */
@Entity
@Table(
        name = "sync_failure_records",
        comment =
                "Stocks whose data could not be fetched, kept until a retry succeeds or somebody marks them as resolved.")
record SyncFailureRecordModel(
        @Id @Column(nullable = false, comment = "Key of the failure, assigned by the application.")
        UUID id,

        @Column(
                length = 50,
                nullable = false,
                comment =
                        "Kind of work that failed: DAILY_HISTORY, FINANCE_HISTORY, DAILY_INCREMENTAL or FINANCE_INCREMENTAL.")
        String jobType,

        @Column(
                length = 20,
                nullable = false,
                comment = "Code of the stock that failed (Tushare ts_code), for example 000001.SZ.")
        String thirdCode,

        @Column(length = 500, comment = "What went wrong at the last attempt.") @Nullable
        String errorMessage,

        @DefaultValue("0") @Column(nullable = false, comment = "Number of retries so far.")
        Integer retryCount,

        @DefaultValue("3") @Column(nullable = false, comment = "Number of retries after which no more are made.")
        Integer maxRetries,

        @Column(comment = "When the stock was last tried.") @Nullable
        Instant lastAttemptAt,

        @Column(comment = "When a retry succeeded or somebody marked the failure as resolved; null while it is open.")
        @Nullable
        Instant resolvedAt) {}
