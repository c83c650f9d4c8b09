-- Daily bars by the year of their trading day, beside stock_daily.

-- Column for column as stock_daily: rows are copied as a whole.
CREATE TABLE stock_daily_by_year (
    LIKE stock_daily INCLUDING ALL EXCLUDING INDEXES,
    CONSTRAINT pk_stock_daily_by_year_third_code_trade_date PRIMARY KEY (third_code, trade_date)
) PARTITION BY RANGE (trade_date);

CREATE INDEX ix_stock_daily_by_year_trade_date ON stock_daily_by_year (trade_date);

COMMENT ON TABLE stock_daily_by_year IS
    'Daily bars and valuation figures, one row a stock and trading day. Each column names its unit.';

-- Two partitions with an open end instead of a default one, so that the server knows an order of all of them.
CREATE TABLE stock_daily_before_1990 PARTITION OF stock_daily_by_year FOR VALUES FROM (MINVALUE) TO ('1990-01-01');
DO $$ BEGIN
    FOR year IN 1990..2035 LOOP
        EXECUTE format('CREATE TABLE stock_daily_%s PARTITION OF stock_daily_by_year FOR VALUES FROM (%L) TO (%L)',
            year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
    END LOOP;
END $$;
CREATE TABLE stock_daily_from_2036 PARTITION OF stock_daily_by_year FOR VALUES FROM ('2036-01-01') TO (MAXVALUE);

-- Who may read and write the one may read and write the other, which will have its name.
DO $$ DECLARE
    granted record;
BEGIN
    FOR granted IN
        SELECT privilege_type, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS grantee
        FROM pg_class, aclexplode(relacl) WHERE oid = 'stock_daily'::regclass AND grantee <> relowner
    LOOP
        EXECUTE format('GRANT %s ON stock_daily_by_year TO %s', granted.privilege_type, granted.grantee);
    END LOOP;
END $$;
