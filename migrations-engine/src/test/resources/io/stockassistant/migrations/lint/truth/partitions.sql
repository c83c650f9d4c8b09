=== a partition attached
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE p (id int, a int);
---
ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (10);
>>> locks: ACCESS EXCLUSIVE p, SHARE UPDATE EXCLUSIVE t
>>> scans: p
>>> finds: attach-partition-scan
=== a partition attached with a proof
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p (id int, a int, CONSTRAINT p_id CHECK (id IS NOT NULL AND id >= 1 AND id < 10));
---
ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (10);
ALTER TABLE p DROP CONSTRAINT p_id;
>>> locks: ACCESS EXCLUSIVE p, SHARE UPDATE EXCLUSIVE t
>>> drops: table constraint p_id on p
=== a new partition attached
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id);
---
CREATE TABLE p (LIKE t INCLUDING ALL);
ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (10);
>>> locks: SHARE UPDATE EXCLUSIVE t
=== a partition attached beside a default one
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t0 PARTITION OF t DEFAULT;
CREATE TABLE p (id int, a int, CHECK (id IS NOT NULL AND id >= 1 AND id < 10));
---
ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (10);
>>> locks: ACCESS EXCLUSIVE p, ACCESS EXCLUSIVE t0, SHARE UPDATE EXCLUSIVE t
>>> scans: t0
>>> finds: attach-partition-scan
=== a partition attached beside a default one with a proof
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t0 PARTITION OF t DEFAULT;
ALTER TABLE t0 ADD CONSTRAINT t0_bounds CHECK (NOT (id IS NOT NULL AND id >= 1 AND id < 10));
CREATE TABLE p (id int, a int, CHECK (id IS NOT NULL AND id >= 1 AND id < 10));
---
ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (10);
>>> locks: ACCESS EXCLUSIVE p, ACCESS EXCLUSIVE t0, SHARE UPDATE EXCLUSIVE t
=== a partition attached that lacks an index
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE INDEX t_a ON t (a);
CREATE TABLE p (id int, a int, CHECK (id IS NOT NULL AND id >= 1 AND id < 10));
---
ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (10);
>>> locks: ACCESS EXCLUSIVE p, SHARE UPDATE EXCLUSIVE t
>>> scans: p
>>> builds: p_a_idx
>>> finds: attach-partition-scan
=== a partition attached that has the index
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE INDEX t_a ON t (a);
CREATE TABLE p (id int, a int, CHECK (id IS NOT NULL AND id >= 1 AND id < 10)); CREATE INDEX p_a ON p (a);
---
ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (10);
>>> locks: ACCESS EXCLUSIVE p, SHARE UPDATE EXCLUSIVE t
=== a partition attached by a list
CREATE TABLE t (id int, a text) PARTITION BY LIST (a); CREATE TABLE p (id int, a text);
---
ALTER TABLE t ATTACH PARTITION p FOR VALUES IN ('x', 'y');
>>> locks: ACCESS EXCLUSIVE p, SHARE UPDATE EXCLUSIVE t
>>> scans: p
>>> finds: attach-partition-scan
=== a partition attached by hash
CREATE TABLE t (id int, a text) PARTITION BY HASH (id); CREATE TABLE p (id int, a text);
---
ALTER TABLE t ATTACH PARTITION p FOR VALUES WITH (MODULUS 1, REMAINDER 0);
>>> locks: ACCESS EXCLUSIVE p, SHARE UPDATE EXCLUSIVE t
>>> scans: p
>>> finds: attach-partition-scan
=== a partition with parts attached
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE p (id int, a int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (10);
>>> locks: ACCESS EXCLUSIVE p, ACCESS EXCLUSIVE p1, SHARE UPDATE EXCLUSIVE t
>>> scans: p1
>>> finds: attach-partition-scan
=== a partition detached since=14
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t DETACH PARTITION t1;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1
>>> finds: detach-partition
=== a partition detached beside a default one since=14
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE TABLE t0 PARTITION OF t DEFAULT;
---
ALTER TABLE t DETACH PARTITION t1;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t0, ACCESS EXCLUSIVE t1
>>> finds: detach-partition
=== a partition detached concurrently since=14 no-transaction
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t DETACH PARTITION t1 CONCURRENTLY;
>>> finds: not-repeatable
=== a partition dropped
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
DROP TABLE t1;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1
>>> drops: table t1
>>> finds: detach-partition, drop-table
=== a partitioned table dropped
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
DROP TABLE t;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1
>>> drops: table t
>>> finds: drop-table
=== what was detached dropped later
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
ALTER TABLE t DETACH PARTITION t1;
---
DROP TABLE t1;
>>> locks: ACCESS EXCLUSIVE t1
>>> drops: table t1
>>> finds: drop-table
=== a partition created
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id);
---
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
>>> locks: ACCESS EXCLUSIVE t
>>> finds: create-partition
=== a partition created in a block
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id);
---
DO $$ BEGIN FOR i IN 1 .. 2 LOOP
    EXECUTE format('CREATE TABLE t%s PARTITION OF t FOR VALUES FROM (%s) TO (%s)', i, i, i + 1); END LOOP; END $$;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: create-partition
=== a partition created beside a default one
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t0 PARTITION OF t DEFAULT;
---
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t0
>>> scans: t0
>>> finds: attach-partition-scan, create-partition
=== a partition of a new table
CREATE TABLE o (id int PRIMARY KEY);
---
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
ALTER TABLE t DETACH PARTITION t1;
ALTER TABLE t ATTACH PARTITION t1 FOR VALUES FROM (1) TO (10);
=== index of nested partitions
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10) PARTITION BY LIST (a);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES IN (1, 2, 3);
CREATE TABLE t2 PARTITION OF t DEFAULT;
---
CREATE INDEX t_a ON t (a);
>>> locks: SHARE t, SHARE t1, SHARE t11, SHARE t2
>>> scans: t11, t2
>>> builds: t11_a_idx, t2_a_idx
>>> finds: index-not-concurrent
=== type of nested partitions
CREATE TABLE t (id int, a int, b int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10) PARTITION BY LIST (a);
CREATE TABLE t11 PARTITION OF t1 DEFAULT;
CREATE TABLE t2 PARTITION OF t DEFAULT;
---
ALTER TABLE t ALTER COLUMN b TYPE bigint;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1, ACCESS EXCLUSIVE t11, ACCESS EXCLUSIVE t2
>>> rewrites: t11, t2
>>> scans: t11, t2
>>> finds: column-type-rewrite
=== not null, default, column of nested partitions dropped
CREATE TABLE t (id int, a int, b int NOT NULL DEFAULT 1, c int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10) PARTITION BY LIST (a);
CREATE TABLE t11 PARTITION OF t1 DEFAULT;
---
ALTER TABLE t ALTER COLUMN b DROP NOT NULL, ALTER COLUMN b DROP DEFAULT, DROP COLUMN c;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1, ACCESS EXCLUSIVE t11
>>> drops: default value for t.b, default value for t1.b, default value for t11.b, table column t.c, table column t1.c, table column t11.c
>>> finds: drop-column, drop-default, drop-not-null
=== set not null of nested partitions
CREATE TABLE t (id int, a int, b int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10) PARTITION BY LIST (a);
CREATE TABLE t11 PARTITION OF t1 DEFAULT;
---
ALTER TABLE t ALTER COLUMN b SET NOT NULL;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1, ACCESS EXCLUSIVE t11
>>> scans: t11
>>> finds: may-not-fit-data, set-not-null-scan
=== check of nested partitions
CREATE TABLE t (id int, a int, b int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10) PARTITION BY LIST (a);
CREATE TABLE t11 PARTITION OF t1 DEFAULT;
CREATE TABLE u (id int PRIMARY KEY);
---
ALTER TABLE t ADD CONSTRAINT c CHECK (b > 0);
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1, ACCESS EXCLUSIVE t11
>>> scans: t11
>>> finds: add-check-scan, may-not-fit-data
=== sub-partition created
CREATE TABLE t (id int, a int, b int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10) PARTITION BY LIST (a);
---
CREATE TABLE t11 PARTITION OF t1 FOR VALUES IN (1);
>>> locks: ACCESS EXCLUSIVE t1
>>> finds: create-partition
=== partition with sub-partitions created
CREATE TABLE t (id int, a int, b int) PARTITION BY RANGE (id);
---
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10) PARTITION BY LIST (a);
CREATE TABLE t11 PARTITION OF t1 FOR VALUES IN (1);
>>> locks: ACCESS EXCLUSIVE t
>>> finds: create-partition
=== check of one partition
CREATE TABLE t (id int, a int, b int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t1 ADD CONSTRAINT c CHECK (b > 0);
>>> locks: ACCESS EXCLUSIVE t1
>>> scans: t1
>>> finds: add-check-scan, may-not-fit-data
=== partition detached and dropped since=14
CREATE TABLE t (id int, a int, b int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t DETACH PARTITION t1;
DROP TABLE t1;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1
>>> drops: table t1
>>> finds: detach-partition, drop-table
=== partitions truncated
CREATE TABLE t (id int, a int, b int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE TABLE t2 PARTITION OF t DEFAULT;
---
TRUNCATE t;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1, ACCESS EXCLUSIVE t2
>>> finds: truncate
=== constraint of a partitioned table dropped
CREATE TABLE t (id int, a int, CONSTRAINT u UNIQUE (id), CONSTRAINT c CHECK (a > 0)) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t DROP CONSTRAINT u, DROP CONSTRAINT c;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1
>>> drops: table constraint c on t, table constraint c on t1, table constraint u on t
>>> finds: drop-constraint x2
=== trigger of nested partitions
CREATE TABLE t (id int, a int, b int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10) PARTITION BY LIST (a);
CREATE TABLE t11 PARTITION OF t1 DEFAULT;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
---
CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
>>> locks: SHARE ROW EXCLUSIVE t, SHARE ROW EXCLUSIVE t1, SHARE ROW EXCLUSIVE t11
>>> finds: trigger-locks-table
=== partitions volatile default
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE TABLE t2 PARTITION OF t DEFAULT;
---
ALTER TABLE t ADD COLUMN u uuid DEFAULT gen_random_uuid(), ADD COLUMN n bigint GENERATED ALWAYS AS (a * 2) STORED;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1, ACCESS EXCLUSIVE t2
>>> rewrites: t1, t2
>>> scans: t1, t2
>>> finds: add-column-generated, add-column-volatile-default
=== domain check of partitions
CREATE DOMAIN d AS int;
CREATE TABLE t (id int, a d) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE TABLE t2 PARTITION OF t DEFAULT;
---
ALTER DOMAIN d ADD CHECK (VALUE > 0);
>>> locks: SHARE t1, SHARE t2
>>> scans: t1, t2
>>> finds: domain-constraint-scan, may-not-fit-data
=== unlogged of partitions
CREATE TABLE t (id int PRIMARY KEY, a text); CREATE TABLE c () INHERITS (t);
---
ALTER TABLE t SET UNLOGGED;
>>> locks: ACCESS EXCLUSIVE t
>>> rewrites: t
>>> scans: t
>>> finds: set-logged
=== partition by attach, all safe
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p (id int, a int);
ALTER TABLE p ADD CONSTRAINT p_bounds CHECK (id IS NOT NULL AND id >= 1 AND id < 10) NOT VALID;
ALTER TABLE p VALIDATE CONSTRAINT p_bounds;
---
ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (10);
ALTER TABLE p DROP CONSTRAINT p_bounds;
>>> locks: ACCESS EXCLUSIVE p, SHARE UPDATE EXCLUSIVE t
>>> drops: table constraint p_bounds on p
