-- Gives each stock the code of its exchange, which follows from the suffix of its third code.
--
-- table: stock_info
-- key: id
-- todo: exchange IS NULL OR exchange NOT IN ('SSE', 'SZSE', 'BSE')

UPDATE stock_info
SET exchange = CASE substring(third_code FROM '\.[A-Z]+$')
    WHEN '.SH' THEN 'SSE'
    WHEN '.SZ' THEN 'SZSE'
    WHEN '.BJ' THEN 'BSE'
    -- Refused, so that it is kept as a failure: somebody has to look.
    ELSE CAST(CAST('no exchange is known for ' || third_code AS integer) AS text)
END
WHERE id BETWEEN :from AND :to AND :todo;
