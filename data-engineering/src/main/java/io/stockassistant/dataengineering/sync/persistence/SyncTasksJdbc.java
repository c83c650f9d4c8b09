package io.stockassistant.dataengineering.sync.persistence;

import io.stockassistant.dataengineering.sync.InvalidSyncConfig;
import io.stockassistant.dataengineering.sync.JobType;
import io.stockassistant.dataengineering.sync.NoSuchSyncTask;
import io.stockassistant.dataengineering.sync.SyncTask;
import io.stockassistant.dataengineering.sync.SyncTaskMoved;
import io.stockassistant.dataengineering.sync.SyncTasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

final class SyncTasksJdbc implements SyncTasks {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final SyncTaskMapper mapper;

    SyncTasksJdbc(JdbcClient jdbc, SyncTaskMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    @Override
    public void add(SyncTask task) {
        try {
            insert(task);
        } catch (DataIntegrityViolationException refusal) {
            // Its other columns are kept in bounds by the domain.
            if (task.config() != null && isOfAValue(refusal)) {
                throw new InvalidSyncConfig(refusal);
            }
            throw refusal;
        }
    }

    /** Class 22 of SQLSTATE: a value that is not of its type. */
    private static boolean isOfAValue(DataIntegrityViolationException refusal) {
        return refusal.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith("22");
    }

    private void insert(SyncTask task) {
        bind("""
                        INSERT INTO data_engineering.sync_tasks (id, job_type, status, current_offset, batch_size,
                            total_processed, started_at, updated_at, completed_at, config)
                        VALUES (:id, :jobType, :status, :currentOffset, :batchSize,
                            :totalProcessed, :startedAt, :updatedAt, :completedAt, CAST(:config AS json))""", mapper.toModel(task)).update();
    }

    @Override
    public Optional<SyncTask> find(UUID id) {
        return one(jdbc.sql("SELECT * FROM data_engineering.sync_tasks WHERE id = :id")
                .param("id", id));
    }

    @Override
    public SyncTask getLocked(UUID id) {
        return one(jdbc.sql("SELECT * FROM data_engineering.sync_tasks WHERE id = :id FOR UPDATE")
                        .param("id", id))
                .orElseThrow(() -> new NoSuchSyncTask(id));
    }

    @Override
    public Optional<SyncTask> findPendingLocked(JobType jobType) {
        return one(jdbc.sql("""
                        SELECT * FROM data_engineering.sync_tasks WHERE status = 'PENDING' AND job_type = :jobType
                        ORDER BY updated_at NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED""").param("jobType", jobType.name()));
    }

    // The whole state stands in the WHERE: times alone can be equal when a clock is coarse.
    @Override
    public void change(SyncTask from, SyncTask to) {
        int changed = bind("""
                        UPDATE data_engineering.sync_tasks SET status = :status, current_offset = :currentOffset,
                            total_processed = :totalProcessed, started_at = :startedAt, updated_at = :updatedAt,
                            completed_at = :completedAt
                        WHERE id = :id AND status = :fromStatus AND current_offset = :fromOffset
                            AND total_processed = :fromProcessed AND updated_at IS NOT DISTINCT FROM :fromUpdatedAt""", mapper.toModel(to))
                .param("fromStatus", from.status().name())
                .param("fromOffset", from.offset())
                .param("fromProcessed", from.processed())
                .param("fromUpdatedAt", Times.toColumn(from.updatedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (changed == 0) {
            throw new SyncTaskMoved(from, get(from.id()));
        }
    }

    @Override
    public List<SyncTask> listAfter(@Nullable UUID after, int limit) {
        return jdbc
                .sql("SELECT * FROM data_engineering.sync_tasks WHERE id > :after ORDER BY id LIMIT :limit")
                .param("after", after == null ? BEFORE_ALL : after)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .map(mapper::toTask)
                .toList();
    }

    private Optional<SyncTask> one(StatementSpec statement) {
        return statement.query((row, number) -> read(row)).optional().map(mapper::toTask);
    }

    private StatementSpec bind(String sql, SyncTaskModel model) {
        return jdbc.sql(sql)
                .param("id", model.id())
                .param("jobType", model.jobType())
                .param("status", model.status())
                .param("currentOffset", model.currentOffset())
                .param("batchSize", model.batchSize())
                .param("totalProcessed", model.totalProcessed())
                .param("startedAt", Times.toColumn(model.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("updatedAt", Times.toColumn(model.updatedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("completedAt", Times.toColumn(model.completedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("config", model.config(), Types.VARCHAR);
    }

    private static SyncTaskModel read(ResultSet row) throws SQLException {
        return new SyncTaskModel(
                row.getObject("id", UUID.class),
                row.getString("job_type"),
                row.getString("status"),
                row.getInt("current_offset"),
                row.getInt("batch_size"),
                row.getInt("total_processed"),
                Times.read(row, "started_at"),
                Times.read(row, "updated_at"),
                Times.read(row, "completed_at"),
                row.getString("config"));
    }
}
