=== a table unlogged
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t SET UNLOGGED;
>>> locks: ACCESS EXCLUSIVE t
>>> rewrites: t
>>> scans: t
>>> finds: set-logged
=== a table logged
CREATE UNLOGGED TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t SET LOGGED;
>>> locks: ACCESS EXCLUSIVE t
>>> rewrites: t
>>> scans: t
>>> finds: set-logged
=== a table logged that is
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t SET LOGGED;
>>> locks: ACCESS EXCLUSIVE t
=== a table in another tablespace since=15
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t SET TABLESPACE lint_truth;
>>> locks: ACCESS EXCLUSIVE t
>>> rewrites: t
>>> finds: set-tablespace
=== an index in another tablespace since=15
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
ALTER INDEX t_a SET TABLESPACE lint_truth;
>>> builds: t_a
>>> finds: set-tablespace
=== a new table in another tablespace since=15
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE n (id int PRIMARY KEY) TABLESPACE lint_truth;
=== a table in the order of an index
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
CLUSTER t USING t_a;
>>> locks: ACCESS EXCLUSIVE t
>>> rewrites: t
>>> scans: t
>>> finds: cluster-or-vacuum-full
=== a full vacuum
CREATE TABLE t (id int PRIMARY KEY, a int);
---
VACUUM FULL t;
>>> rewrites: t
>>> scans: t
>>> finds: cluster-or-vacuum-full
=== a full vacuum of a partitioned table
CREATE TABLE t (id int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (10) TO (20);
---
VACUUM FULL t;
>>> rewrites: t1, t2
>>> scans: t1, t2
>>> finds: cluster-or-vacuum-full
=== a vacuum
CREATE TABLE t (id int PRIMARY KEY, a int);
---
VACUUM t;
=== a table analyzed
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ANALYZE t;
>>> locks: SHARE UPDATE EXCLUSIVE t
=== a materialized view refreshed
CREATE TABLE t (id int PRIMARY KEY); CREATE MATERIALIZED VIEW m AS SELECT * FROM t;
---
REFRESH MATERIALIZED VIEW m;
>>> locks: ACCESS EXCLUSIVE m
>>> rewrites: m
>>> scans: t
>>> finds: refresh-materialized-view
=== a materialized view refreshed in a block
CREATE TABLE t (id int PRIMARY KEY); CREATE MATERIALIZED VIEW m AS SELECT * FROM t;
---
DO $$ BEGIN REFRESH MATERIALIZED VIEW m; END $$;
>>> locks: ACCESS EXCLUSIVE m
>>> rewrites: m
>>> finds: refresh-materialized-view
=== a materialized view refreshed concurrently
CREATE TABLE t (id int PRIMARY KEY); CREATE MATERIALIZED VIEW m AS SELECT * FROM t; CREATE UNIQUE INDEX m_id ON m (id);
---
REFRESH MATERIALIZED VIEW CONCURRENTLY m;
>>> locks: EXCLUSIVE m
>>> scans: m, t
=== a new materialized view refreshed
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE MATERIALIZED VIEW m AS SELECT * FROM t WITH NO DATA;
REFRESH MATERIALIZED VIEW m;
>>> scans: t
=== a materialized view in the order of an index
CREATE TABLE t (id int PRIMARY KEY); CREATE MATERIALIZED VIEW m AS SELECT * FROM t; CREATE UNIQUE INDEX m_id ON m (id);
---
CLUSTER m USING m_id;
>>> locks: ACCESS EXCLUSIVE m
>>> rewrites: m
>>> scans: m
>>> finds: cluster-or-vacuum-full
=== a table that is emptied
CREATE TABLE t (id int PRIMARY KEY);
---
TRUNCATE t;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: truncate
