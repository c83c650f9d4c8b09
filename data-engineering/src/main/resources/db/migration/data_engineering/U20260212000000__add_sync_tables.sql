-- Removes the tables of synchronisation failures and runs, with their rows.

DROP TABLE sync_failure_records;
DROP TABLE sync_tasks;
