=== an index and more work under its lock
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD COLUMN b int;
CREATE INDEX t_b ON t (b);
>>> locks: ACCESS EXCLUSIVE t, SHARE t
>>> scans: t
>>> builds: t_b
>>> finds: index-not-concurrent
=== an index on a partitioned table by parts
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE INDEX t_a ON ONLY t (a); CREATE INDEX t1_a ON t1 (a);
---
ALTER INDEX t_a ATTACH PARTITION t1_a;
=== an index of a partitioned table concurrently
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
CREATE UNIQUE INDEX CONCURRENTLY t_a ON t (a, id);
>>> finds: concurrent-on-partitioned
=== an index of a partitioned table dropped concurrently
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE INDEX t_a ON t (a);
---
DROP INDEX CONCURRENTLY t_a;
>>> finds: concurrent-on-partitioned
=== an index of a partitioned table dropped
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE INDEX t_a ON t (a);
---
DROP INDEX t_a;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1
>>> drops: index t_a
>>> finds: drop-index-not-concurrent
=== an index of one partition
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
CREATE INDEX t1_a ON t1 (a);
>>> locks: SHARE t1
>>> scans: t1
>>> builds: t1_a
>>> finds: index-not-concurrent
=== an index of a materialized view
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE MATERIALIZED VIEW m AS SELECT * FROM t;
---
CREATE UNIQUE INDEX m_id ON m (id);
>>> locks: SHARE m
>>> scans: m
>>> builds: m_id
=== an index dropped
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
DROP INDEX t_a;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: index t_a
>>> finds: drop-index-not-concurrent
=== an index dropped in a block
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
DO $$ BEGIN EXECUTE format('DROP INDEX %I', 't_a'); END $$;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: index t_a
>>> finds: drop-index-not-concurrent
=== an index dropped without a transaction
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
DROP INDEX CONCURRENTLY t_a;
>>> drops: index t_a
>>> finds: not-repeatable
=== an index of a new table dropped
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TABLE n (id int PRIMARY KEY, a int); CREATE INDEX n_a ON n (a); DROP INDEX n_a;
>>> drops: index n_a
=== an index that goes with its constraint
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE);
---
ALTER TABLE t DROP CONSTRAINT t_a_key;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint t_a_key on t
>>> finds: drop-constraint
=== an index built anew
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
REINDEX INDEX t_a;
>>> locks: SHARE t
>>> scans: t
>>> builds: t_a
>>> finds: reindex-not-concurrent
=== all indexes of a table built anew
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
REINDEX TABLE t;
>>> locks: SHARE t
>>> scans: t
>>> builds: t_a, t_pkey
>>> finds: reindex-not-concurrent
=== an index built anew without a transaction no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
REINDEX INDEX CONCURRENTLY t_a;
>>> scans: t
>>> builds: t_a
=== all indexes of a table built anew without a transaction no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
REINDEX TABLE CONCURRENTLY t;
>>> scans: t
>>> builds: t_a, t_pkey
=== an index built anew in a block without a transaction no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
DO $$ BEGIN EXECUTE 'REINDEX TABLE t'; END $$;
>>> scans: t
>>> builds: t_a, t_pkey
>>> finds: reindex-not-concurrent
=== an index with another fill factor
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
ALTER INDEX t_a SET (fillfactor = 50);
=== an index concurrently in a block
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DO $$ BEGIN EXECUTE 'CREATE INDEX CONCURRENTLY t_a ON t (a)'; END $$;
>>> finds: concurrent-in-transaction
=== vacuum in a block
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DO $$ BEGIN EXECUTE 'VACUUM t'; END $$;
>>> finds: concurrent-in-transaction
=== an index that is invalid no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = 't_a'::regclass;
VACUUM t;
>>> finds: invalid-index
=== an index that was invalid
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = 't_a'::regclass;
ALTER TABLE t SET (fillfactor = 90);
---
ALTER TABLE t ADD COLUMN b int;
>>> locks: ACCESS EXCLUSIVE t
=== an index on a new partitioned table alone
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE n (a int) PARTITION BY LIST (a);
CREATE INDEX n_a ON ONLY n (a);
=== enum value used without transaction no-transaction
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (id int PRIMARY KEY, e e);
---
ALTER TYPE e ADD VALUE IF NOT EXISTS 'c';
ALTER TABLE t ALTER e SET DEFAULT 'c';
>>> locks: ACCESS EXCLUSIVE t
=== vacuum full in parentheses no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int);
---
VACUUM (FULL, ANALYZE) t;
>>> rewrites: t
>>> scans: t
>>> finds: cluster-or-vacuum-full
=== reindex in parentheses since=14 no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
REINDEX (CONCURRENTLY, VERBOSE) INDEX t_a;
>>> scans: t
>>> builds: t_a
=== unique index concurrently no-transaction
CREATE TABLE "T" (id int PRIMARY KEY, "A" int);
---
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "T_A" ON "T" ("A");
>>> scans: "T"
>>> builds: "T_A"
>>> finds: may-not-fit-data
=== refresh with no data
CREATE TABLE t (id int PRIMARY KEY); CREATE MATERIALIZED VIEW m AS SELECT * FROM t;
---
REFRESH MATERIALIZED VIEW m WITH NO DATA;
>>> locks: ACCESS EXCLUSIVE m
>>> rewrites: m
>>> finds: refresh-materialized-view
