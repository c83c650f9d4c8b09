-- Removes the tables of financial indicators, daily bars and stocks, with their rows.

DROP TABLE stock_finance;
DROP TABLE stock_daily;
DROP TABLE stock_info;
