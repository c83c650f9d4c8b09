-- Creates the tables that follow each synchronisation run and keep what it failed to fetch.

CREATE TABLE sync_tasks (
    id              uuid NOT NULL,
    job_type        varchar(50) NOT NULL,
    status          varchar(20) NOT NULL,
    current_offset  integer DEFAULT 0 NOT NULL,
    batch_size      integer DEFAULT 50 NOT NULL,
    total_processed integer DEFAULT 0 NOT NULL,
    started_at      timestamptz,
    updated_at      timestamptz,
    completed_at    timestamptz,
    config          json,
    CONSTRAINT pk_sync_tasks_id PRIMARY KEY (id),
    CONSTRAINT ck_sync_tasks_job_type
        CHECK (job_type IN ('DAILY_HISTORY', 'FINANCE_HISTORY', 'DAILY_INCREMENTAL', 'FINANCE_INCREMENTAL')),
    CONSTRAINT ck_sync_tasks_status CHECK (status IN ('PENDING', 'RUNNING', 'COMPLETED', 'FAILED', 'PAUSED')),
    CONSTRAINT ck_sync_tasks_current_offset CHECK (current_offset >= 0),
    CONSTRAINT ck_sync_tasks_batch_size CHECK (batch_size > 0),
    CONSTRAINT ck_sync_tasks_total_processed CHECK (total_processed >= 0)
);

CREATE INDEX ix_sync_tasks_job_type ON sync_tasks (job_type);
CREATE INDEX ix_sync_tasks_status ON sync_tasks (status);

COMMENT ON TABLE sync_tasks IS 'Runs that fetch market data from the provider in batches, with how far each has come.';
COMMENT ON COLUMN sync_tasks.id IS 'Key of the task, assigned by the application.';
COMMENT ON COLUMN sync_tasks.job_type IS
    'Kind of work: DAILY_HISTORY, FINANCE_HISTORY, DAILY_INCREMENTAL or FINANCE_INCREMENTAL.';
COMMENT ON COLUMN sync_tasks.status IS 'State of the task: PENDING, RUNNING, COMPLETED, FAILED or PAUSED.';
COMMENT ON COLUMN sync_tasks.current_offset IS 'Number of stocks already passed; the next batch starts here.';
COMMENT ON COLUMN sync_tasks.batch_size IS 'Number of stocks in a batch.';
COMMENT ON COLUMN sync_tasks.total_processed IS 'Number of records processed so far.';
COMMENT ON COLUMN sync_tasks.started_at IS 'When the task was started; null before that.';
COMMENT ON COLUMN sync_tasks.updated_at IS 'When the task last made progress or changed its state.';
COMMENT ON COLUMN sync_tasks.completed_at IS 'When the task was completed; null before that.';
COMMENT ON COLUMN sync_tasks.config IS 'Settings of this task alone, such as start_date and end_date.';

CREATE TABLE sync_failure_records (
    id              uuid NOT NULL,
    job_type        varchar(50) NOT NULL,
    third_code      varchar(20) NOT NULL,
    error_message   varchar(500),
    retry_count     integer DEFAULT 0 NOT NULL,
    max_retries     integer DEFAULT 3 NOT NULL,
    last_attempt_at timestamptz,
    resolved_at     timestamptz,
    CONSTRAINT pk_sync_failure_records_id PRIMARY KEY (id),
    CONSTRAINT ck_sync_failure_records_job_type
        CHECK (job_type IN ('DAILY_HISTORY', 'FINANCE_HISTORY', 'DAILY_INCREMENTAL', 'FINANCE_INCREMENTAL')),
    CONSTRAINT ck_sync_failure_records_retry_count CHECK (retry_count >= 0),
    CONSTRAINT ck_sync_failure_records_max_retries CHECK (max_retries >= 0)
);

CREATE INDEX ix_sync_failure_records_job_type ON sync_failure_records (job_type);
CREATE INDEX ix_sync_failure_records_third_code ON sync_failure_records (third_code);
CREATE INDEX ix_sync_failure_records_resolved_at ON sync_failure_records (resolved_at);

COMMENT ON TABLE sync_failure_records IS
    'Stocks whose data could not be fetched, kept until a retry succeeds or somebody marks them as resolved.';
COMMENT ON COLUMN sync_failure_records.id IS 'Key of the failure, assigned by the application.';
COMMENT ON COLUMN sync_failure_records.job_type IS
    'Kind of work that failed: DAILY_HISTORY, FINANCE_HISTORY, DAILY_INCREMENTAL or FINANCE_INCREMENTAL.';
COMMENT ON COLUMN sync_failure_records.third_code IS
    'Code of the stock that failed (Tushare ts_code), for example 000001.SZ.';
COMMENT ON COLUMN sync_failure_records.error_message IS 'What went wrong at the last attempt.';
COMMENT ON COLUMN sync_failure_records.retry_count IS 'Number of retries so far.';
COMMENT ON COLUMN sync_failure_records.max_retries IS 'Number of retries after which no more are made.';
COMMENT ON COLUMN sync_failure_records.last_attempt_at IS 'When the stock was last tried.';
COMMENT ON COLUMN sync_failure_records.resolved_at IS
    'When a retry succeeded or somebody marked the failure as resolved; null while it is open.';
