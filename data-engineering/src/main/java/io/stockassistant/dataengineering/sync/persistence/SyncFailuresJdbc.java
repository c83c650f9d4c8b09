package io.stockassistant.dataengineering.sync.persistence;

import io.stockassistant.dataengineering.sync.JobType;
import io.stockassistant.dataengineering.sync.NoSuchSyncFailure;
import io.stockassistant.dataengineering.sync.SyncFailure;
import io.stockassistant.dataengineering.sync.SyncFailures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

final class SyncFailuresJdbc implements SyncFailures {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final SyncFailureMapper mapper;

    SyncFailuresJdbc(JdbcClient jdbc, SyncFailureMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    @Override
    public void add(SyncFailure failure) {
        bind("""
                        INSERT INTO data_engineering.sync_failure_records (id, job_type, third_code, error_message,
                            retry_count, max_retries, last_attempt_at, resolved_at)
                        VALUES (:id, :jobType, :thirdCode, :errorMessage,
                            :retryCount, :maxRetries, :lastAttemptAt, :resolvedAt)""", mapper.toModel(failure)).update();
    }

    @Override
    public Optional<SyncFailure> find(UUID id) {
        return one(jdbc.sql("SELECT * FROM data_engineering.sync_failure_records WHERE id = :id")
                .param("id", id));
    }

    @Override
    public SyncFailure getLocked(UUID id) {
        return one(jdbc.sql("SELECT * FROM data_engineering.sync_failure_records WHERE id = :id FOR UPDATE")
                        .param("id", id))
                .orElseThrow(() -> new NoSuchSyncFailure(id));
    }

    @Override
    public void change(SyncFailure failure) {
        int changed = bind("""
                        UPDATE data_engineering.sync_failure_records SET error_message = :errorMessage,
                            retry_count = :retryCount, last_attempt_at = :lastAttemptAt, resolved_at = :resolvedAt
                        WHERE id = :id""", mapper.toModel(failure)).update();
        if (changed == 0) {
            throw new NoSuchSyncFailure(failure.id());
        }
    }

    @Override
    public List<SyncFailure> listRetryableAfter(JobType jobType, @Nullable UUID after, int limit) {
        return jdbc
                .sql("""
                        SELECT * FROM data_engineering.sync_failure_records
                        WHERE job_type = :jobType AND resolved_at IS NULL AND retry_count < max_retries AND id > :after
                        ORDER BY id LIMIT :limit""")
                .param("jobType", jobType.name())
                .param("after", after == null ? BEFORE_ALL : after)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .map(mapper::toFailure)
                .toList();
    }

    private Optional<SyncFailure> one(StatementSpec statement) {
        return statement.query((row, number) -> read(row)).optional().map(mapper::toFailure);
    }

    private StatementSpec bind(String sql, SyncFailureRecordModel model) {
        return jdbc.sql(sql)
                .param("id", model.id())
                .param("jobType", model.jobType())
                .param("thirdCode", model.thirdCode())
                .param("errorMessage", model.errorMessage(), Types.VARCHAR)
                .param("retryCount", model.retryCount())
                .param("maxRetries", model.maxRetries())
                .param("lastAttemptAt", Times.toColumn(model.lastAttemptAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("resolvedAt", Times.toColumn(model.resolvedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static SyncFailureRecordModel read(ResultSet row) throws SQLException {
        return new SyncFailureRecordModel(
                row.getObject("id", UUID.class),
                row.getString("job_type"),
                row.getString("third_code"),
                row.getString("error_message"),
                row.getInt("retry_count"),
                row.getInt("max_retries"),
                Times.read(row, "last_attempt_at"),
                Times.read(row, "resolved_at"));
    }
}
