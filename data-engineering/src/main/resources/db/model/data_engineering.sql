-- What the models do not say about their tables. Runs after them, with this schema as the first of the search path.

CREATE INDEX ix_stock_info_industry ON stock_info (industry);
CREATE INDEX ix_stock_info_market ON stock_info (market);

CREATE INDEX ix_stock_daily_trade_date ON stock_daily (trade_date);

CREATE INDEX ix_stock_finance_ann_date ON stock_finance (ann_date);
CREATE INDEX ix_stock_finance_end_date ON stock_finance (end_date);

ALTER TABLE sync_tasks
    ADD CONSTRAINT ck_sync_tasks_job_type
        CHECK (job_type IN ('DAILY_HISTORY', 'FINANCE_HISTORY', 'DAILY_INCREMENTAL', 'FINANCE_INCREMENTAL')),
    ADD CONSTRAINT ck_sync_tasks_status CHECK (status IN ('PENDING', 'RUNNING', 'COMPLETED', 'FAILED', 'PAUSED')),
    ADD CONSTRAINT ck_sync_tasks_current_offset CHECK (current_offset >= 0),
    ADD CONSTRAINT ck_sync_tasks_batch_size CHECK (batch_size > 0),
    ADD CONSTRAINT ck_sync_tasks_total_processed CHECK (total_processed >= 0);

CREATE INDEX ix_sync_tasks_job_type ON sync_tasks (job_type);
CREATE INDEX ix_sync_tasks_status ON sync_tasks (status);

ALTER TABLE sync_failure_records
    ADD CONSTRAINT ck_sync_failure_records_job_type
        CHECK (job_type IN ('DAILY_HISTORY', 'FINANCE_HISTORY', 'DAILY_INCREMENTAL', 'FINANCE_INCREMENTAL')),
    ADD CONSTRAINT ck_sync_failure_records_retry_count CHECK (retry_count >= 0),
    ADD CONSTRAINT ck_sync_failure_records_max_retries CHECK (max_retries >= 0);

CREATE INDEX ix_sync_failure_records_job_type ON sync_failure_records (job_type);
CREATE INDEX ix_sync_failure_records_third_code ON sync_failure_records (third_code);
CREATE INDEX ix_sync_failure_records_resolved_at ON sync_failure_records (resolved_at);
