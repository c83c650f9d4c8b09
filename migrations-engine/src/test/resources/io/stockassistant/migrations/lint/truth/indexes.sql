=== an index on a table in use
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE INDEX t_a ON t (a);
>>> locks: SHARE t
>>> scans: t
>>> builds: t_a
>>> finds: index-not-concurrent
=== an index on a new table
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TABLE n (id int PRIMARY KEY, a int);
CREATE INDEX n_a ON n (a);
=== an index without a transaction
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE INDEX CONCURRENTLY IF NOT EXISTS t_a ON t (a);
>>> scans: t
>>> builds: t_a
=== an index in a block
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DO $$ BEGIN EXECUTE 'CREATE UNIQUE INDEX t_a ON t (a) WHERE a > 0'; END $$;
>>> locks: SHARE t
>>> scans: t
>>> builds: t_a
>>> finds: index-not-concurrent, may-not-fit-data
=== an index that is there already
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
CREATE INDEX IF NOT EXISTS t_a ON t (a);
>>> locks: SHARE t
=== an index on a partitioned table alone
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
CREATE INDEX t_a ON ONLY t (a);
>>> locks: SHARE t
=== an index on a partitioned table
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
CREATE INDEX t_a ON t (a);
>>> locks: SHARE t, SHARE t1
>>> scans: t1
>>> builds: t1_a_idx
>>> finds: index-not-concurrent
=== an index on a table that is out of reach already
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD COLUMN b int;
CREATE INDEX t_b ON t (b);
>>> locks: ACCESS EXCLUSIVE t, SHARE t
>>> scans: t
>>> builds: t_b
>>> finds: index-not-concurrent
