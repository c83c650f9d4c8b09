-- What is written to stock_daily is written to stock_daily_by_year too, in the same transaction. The triggers wait for
-- whoever is writing, so that each row is seen by them or by the copy.
-- lint:ignore trigger-locks-table they are all that this migration does

-- With the rights of its owner: who may only update stock_daily may not delete in stock_daily_by_year.
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
