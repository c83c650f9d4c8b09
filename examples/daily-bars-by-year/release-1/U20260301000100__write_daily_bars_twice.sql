-- stock_daily_by_year is left as it is, and no longer kept up to date.

DROP TRIGGER stock_daily_into_years ON stock_daily;
DROP TRIGGER stock_daily_into_years_truncate ON stock_daily;
DROP FUNCTION stock_daily_into_years();
