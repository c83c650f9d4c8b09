-- The partitioned table becomes stock_daily. The old one is kept up to date, so that this can be undone.
-- depends-on: data-engineering@20260301000200
-- lint:ignore several-tables-locked the names change together, and nothing in here reads a row
-- lint:ignore trigger-locks-table the lock is there already

DROP TRIGGER stock_daily_into_years ON stock_daily;
DROP TRIGGER stock_daily_into_years_truncate ON stock_daily;
DROP FUNCTION stock_daily_into_years();

ALTER TABLE stock_daily RENAME TO stock_daily_in_one;
ALTER TABLE stock_daily_in_one
    RENAME CONSTRAINT pk_stock_daily_third_code_trade_date TO pk_stock_daily_in_one_third_code_trade_date;
ALTER INDEX ix_stock_daily_trade_date RENAME TO ix_stock_daily_in_one_trade_date;

ALTER TABLE stock_daily_by_year RENAME TO stock_daily;
ALTER TABLE stock_daily
    RENAME CONSTRAINT pk_stock_daily_by_year_third_code_trade_date TO pk_stock_daily_third_code_trade_date;
ALTER INDEX ix_stock_daily_by_year_trade_date RENAME TO ix_stock_daily_trade_date;

CREATE FUNCTION stock_daily_into_one() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = data_engineering, pg_temp AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE stock_daily_in_one;
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM stock_daily_in_one WHERE third_code = OLD.third_code AND trade_date = OLD.trade_date;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO stock_daily_in_one SELECT NEW.*;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER stock_daily_into_one AFTER INSERT OR UPDATE OR DELETE ON stock_daily
    FOR EACH ROW EXECUTE FUNCTION stock_daily_into_one();
CREATE TRIGGER stock_daily_into_one_truncate AFTER TRUNCATE ON stock_daily
    FOR EACH STATEMENT EXECUTE FUNCTION stock_daily_into_one();
