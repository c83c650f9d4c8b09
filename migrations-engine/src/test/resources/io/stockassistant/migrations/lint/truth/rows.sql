=== all rows in one transaction
CREATE TABLE t (id int PRIMARY KEY, a int);
---
UPDATE t SET a = 1;
>>> scans: t
>>> finds: whole-table-write
=== rows that an index finds
CREATE TABLE t (id int PRIMARY KEY, a int);
---
UPDATE t SET a = 1 WHERE id BETWEEN 1 AND 100;
DELETE FROM t WHERE id = 3;
=== rows that no index finds
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DELETE FROM t WHERE a = 3;
>>> scans: t
>>> finds: whole-table-write
=== all rows of a new table
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE n (id int, a int);
INSERT INTO n VALUES (1, 1);
UPDATE n SET a = 2;
DELETE FROM n;
=== all rows in a block
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DO $$ BEGIN UPDATE t SET a = id; END $$;
>>> scans: t
>>> finds: whole-table-write
=== all rows by a dynamic statement
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DO $$ BEGIN EXECUTE 'UPDATE t SET a = id'; END $$;
>>> scans: t
>>> finds: whole-table-write
=== all rows of a partitioned table
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
UPDATE t SET a = 1;
>>> scans: t1
>>> finds: whole-table-write
=== rows of another table by its key
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE u (id int PRIMARY KEY, a int);
---
UPDATE t SET a = u.a FROM u WHERE u.id = t.id;
=== rows of another table without a key
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE u (id int, a int);
---
UPDATE t SET a = u.a FROM u WHERE u.a = t.a;
>>> scans: t, u
>>> finds: whole-table-write
=== all rows by MERGE since=15
CREATE TABLE t (id int PRIMARY KEY, a int);
---
MERGE INTO t USING (VALUES (1, 2)) v (i, n) ON t.a = v.i WHEN MATCHED THEN UPDATE SET a = v.n;
>>> scans: t
>>> finds: whole-table-write
=== rows in batches that commit no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DO $$ BEGIN LOOP
    UPDATE t SET a = 1 WHERE id IN (SELECT id FROM t WHERE a IS NULL LIMIT 1000);
    EXIT WHEN NOT FOUND;
    COMMIT;
END LOOP; END $$;
>>> scans: t
=== one batch without a transaction no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int);
---
UPDATE t SET a = 1 WHERE id IN (SELECT id FROM t WHERE a IS NULL LIMIT 1000);
>>> scans: t
=== batches in one transaction
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DO $$ BEGIN LOOP
    UPDATE t SET a = 1 WHERE id IN (SELECT id FROM t WHERE a IS NULL LIMIT 1000);
    EXIT WHEN NOT FOUND;
END LOOP; END $$;
>>> scans: t
>>> finds: whole-table-write
=== reading all rows
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TABLE n AS SELECT id, a FROM t;
>>> scans: t
=== a lock
CREATE TABLE t (id int PRIMARY KEY, a int);
---
LOCK TABLE t;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: whole-table-write
=== a lock that stops nobody
CREATE TABLE t (id int PRIMARY KEY, a int);
---
LOCK TABLE t IN ROW SHARE MODE;
=== a lock of a new table
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TABLE n (id int);
LOCK TABLE n;
=== a foreign key behind an update
CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int); CREATE INDEX t_p ON t (p);
---
UPDATE t SET p = NULL WHERE id = 1;
ALTER TABLE t ADD CONSTRAINT t_p FOREIGN KEY (p) REFERENCES p ON DELETE CASCADE NOT VALID;
>>> locks: SHARE ROW EXCLUSIVE p, SHARE ROW EXCLUSIVE t
=== a column and its rows
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int;
UPDATE t SET a = 1;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: whole-table-write
=== a column and some of its rows
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int;
UPDATE t SET a = 1 WHERE id = 1;
UPDATE t SET a = 2 WHERE id = 2;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: work-under-lock
=== a column and a new row
CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE k (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int;
INSERT INTO k VALUES (3), (4);
>>> locks: ACCESS EXCLUSIVE t
=== a column and rows from another table
CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE k (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int;
INSERT INTO k SELECT 100000 + g FROM generate_series(1, 10) g;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: work-under-lock
=== rows before the column
CREATE TABLE t (id int PRIMARY KEY, b int);
---
UPDATE t SET b = 1 WHERE id = 1;
ALTER TABLE t ADD COLUMN a int;
>>> locks: ACCESS EXCLUSIVE t
=== a new table and its rows
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TABLE n (id int);
ALTER TABLE n ADD COLUMN a int;
INSERT INTO n SELECT a FROM t;
UPDATE n SET a = 1;
>>> scans: t
=== two tables
CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int;
ALTER TABLE u ADD COLUMN a int;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE u
>>> finds: several-tables-locked
=== two tables in a block
CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY KEY);
---
DO $$ BEGIN ALTER TABLE t ADD COLUMN a int; ALTER TABLE u ADD COLUMN a int; END $$;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE u
>>> finds: several-tables-locked
=== one table twice
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int;
ALTER TABLE t ADD COLUMN b int;
ALTER TABLE t ALTER COLUMN b SET DEFAULT 1;
>>> locks: ACCESS EXCLUSIVE t
=== a table and its partitions
CREATE TABLE t (id int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t ADD COLUMN a int;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1
=== a table and a new one
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE n (id int PRIMARY KEY);
ALTER TABLE t ADD COLUMN a int;
ALTER TABLE n ADD COLUMN a int;
>>> locks: ACCESS EXCLUSIVE t
=== two tables without a transaction no-transaction
CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;
ALTER TABLE u ADD COLUMN IF NOT EXISTS a int;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE u
=== no lock timeout
CREATE TABLE t (id int PRIMARY KEY);
---
SET lock_timeout = 0;
ALTER TABLE t ADD COLUMN a int;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: lock-timeout-off
=== no lock timeout by a function
CREATE TABLE t (id int PRIMARY KEY);
---
SELECT set_config('lock_timeout', '0', true);
ALTER TABLE t ADD COLUMN a int;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: lock-timeout-off
=== another lock timeout
CREATE TABLE t (id int PRIMARY KEY);
---
SET LOCAL lock_timeout = '2s';
ALTER TABLE t ADD COLUMN a int;
>>> locks: ACCESS EXCLUSIVE t
=== a table for which no row can be made
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL CHECK (a > 1 AND a < 0));
---
ALTER TABLE t ADD COLUMN b int;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: table-without-rows
=== clock timestamp
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD a timestamptz DEFAULT clock_timestamp();
>>> locks: ACCESS EXCLUSIVE t
>>> rewrites: t
>>> scans: t
>>> finds: add-column-volatile-default
=== rows by an index of another column
CREATE TABLE t (id int PRIMARY KEY, a int, b int); CREATE INDEX t_a ON t (a);
---
UPDATE t SET b = 1 WHERE a = 3;
DELETE FROM t WHERE a IS NULL;
UPDATE t SET b = 2 WHERE id = (SELECT max(id) FROM t);
=== upsert
CREATE TABLE t (id int PRIMARY KEY, a int);
---
INSERT INTO t VALUES (50000, 1) ON CONFLICT (id) DO UPDATE SET a = excluded.a;
=== rows moved to an archive
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE o (id int PRIMARY KEY, a int);
---
WITH d AS (DELETE FROM t WHERE a < 3 RETURNING *) INSERT INTO o SELECT id + 70000, a FROM d;
>>> scans: t
>>> finds: whole-table-write
=== rows of a view
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE VIEW v AS SELECT * FROM t;
---
UPDATE v SET a = 1;
>>> scans: t
>>> finds: whole-table-write
=== share lock
CREATE TABLE t (id int PRIMARY KEY, a int);
---
LOCK TABLE t IN SHARE MODE;
>>> locks: SHARE t
>>> finds: whole-table-write
=== delete using without key
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE u (id int PRIMARY KEY, a int);
---
DELETE FROM t USING u WHERE t.a = u.a;
>>> scans: t, u
>>> finds: whole-table-write
=== reset lock timeout
CREATE TABLE t (id int PRIMARY KEY, a int);
---
SET LOCAL lock_timeout TO '1s';
ALTER TABLE t ADD COLUMN b int;
SET statement_timeout = 0;
>>> locks: ACCESS EXCLUSIVE t
=== set local lock timeout off in a block
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DO $$ BEGIN SET LOCAL lock_timeout = 0; ALTER TABLE t ADD COLUMN b int; END $$;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: lock-timeout-off
=== all rows without a transaction no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int);
---
UPDATE t SET a = 1;
>>> scans: t
>>> finds: whole-table-write
=== statement that reads under lock
CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD COLUMN a int;
DO $$ BEGIN IF EXISTS (SELECT FROM u WHERE a > 3) THEN RAISE NOTICE 'x'; END IF; END $$;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: u
>>> finds: work-under-lock
=== backfill and default
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ALTER a SET DEFAULT 0;
UPDATE t SET a = 0 WHERE a IS NULL;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: whole-table-write
