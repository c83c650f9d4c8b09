-- Removes the table by years, which has nothing that stock_daily has not.

DROP TABLE stock_daily_by_year;
