-- Copies the daily bars that were there before the trigger.
--
-- table: stock_daily
-- key: third_code, trade_date

-- FOR SHARE orders it with everyone who changes or deletes a row: they wait for the end of the batch, and then their
-- trigger meets the copy; or the batch waits for them, and reads what they have left. Without it, a row that is deleted
-- while its old version is copied would come back. Locks are taken in the order of BulkUpsert, so that the two cannot
-- block each other.
INSERT INTO stock_daily_by_year
SELECT * FROM stock_daily WHERE (third_code, trade_date) BETWEEN (:from) AND (:to)
ORDER BY third_code COLLATE "C", trade_date
FOR SHARE
ON CONFLICT DO NOTHING;

-- At the end: a row that only one of the tables has, or that is not the same in both.
SELECT FROM stock_daily one FULL JOIN stock_daily_by_year years USING (third_code, trade_date)
WHERE ROW(one.*) IS DISTINCT FROM ROW(years.*);
