-- The table in one piece, which has been kept up to date, becomes stock_daily again.
-- lint:ignore several-tables-locked the names change together, and nothing in here reads a row
-- lint:ignore trigger-locks-table the lock is there already

-- DROP TRIGGER takes the partitions before the table, and whoever writes the other way round.
-- lint:ignore whole-table-write a deadlock with those who write otherwise
LOCK TABLE stock_daily IN ACCESS EXCLUSIVE MODE;

DROP TRIGGER stock_daily_into_one ON stock_daily;
DROP TRIGGER stock_daily_into_one_truncate ON stock_daily;
DROP FUNCTION stock_daily_into_one();

ALTER INDEX ix_stock_daily_trade_date RENAME TO ix_stock_daily_by_year_trade_date;
ALTER TABLE stock_daily
    RENAME CONSTRAINT pk_stock_daily_third_code_trade_date TO pk_stock_daily_by_year_third_code_trade_date;
ALTER TABLE stock_daily RENAME TO stock_daily_by_year;

ALTER INDEX ix_stock_daily_in_one_trade_date RENAME TO ix_stock_daily_trade_date;
ALTER TABLE stock_daily_in_one
    RENAME CONSTRAINT pk_stock_daily_in_one_third_code_trade_date TO pk_stock_daily_third_code_trade_date;
ALTER TABLE stock_daily_in_one RENAME TO stock_daily;

CREATE FUNCTION stock_daily_into_years() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = data_engineering, pg_temp AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE stock_daily_by_year;
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM stock_daily_by_year WHERE third_code = OLD.third_code AND trade_date = OLD.trade_date;
        IF NOT FOUND THEN
            -- Not copied yet; or copied after a REPEATABLE READ transaction began, which cannot see and delete it: there
            -- the INSERT ends it with a serialization failure, and it is repeated as such transactions have to be.
            INSERT INTO stock_daily_by_year SELECT OLD.* ON CONFLICT DO NOTHING;
            DELETE FROM stock_daily_by_year WHERE third_code = OLD.third_code AND trade_date = OLD.trade_date;
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO stock_daily_by_year SELECT NEW.* ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER stock_daily_into_years AFTER INSERT OR UPDATE OR DELETE ON stock_daily
    FOR EACH ROW EXECUTE FUNCTION stock_daily_into_years();
CREATE TRIGGER stock_daily_into_years_truncate AFTER TRUNCATE ON stock_daily
    FOR EACH STATEMENT EXECUTE FUNCTION stock_daily_into_years();
