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
=== a partition detached
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t DETACH PARTITION t1;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1
>>> finds: detach-partition
=== a partition detached beside a default one
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE TABLE t0 PARTITION OF t DEFAULT;
---
ALTER TABLE t DETACH PARTITION t1;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t0, ACCESS EXCLUSIVE t1
>>> finds: detach-partition
=== a partition detached concurrently no-transaction
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
