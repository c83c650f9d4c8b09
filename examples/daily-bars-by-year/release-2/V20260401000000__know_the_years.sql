-- What the planner has to know of a partitioned table, which autovacuum does not look at as a whole.
-- depends-on: data-engineering@20260301000200

ANALYZE stock_daily_by_year;
