=== owner, row security, policy, rule
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE VIEW v AS SELECT * FROM t;
---
ALTER TABLE t OWNER TO CURRENT_USER;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (a > 0);
ALTER POLICY p ON t USING (a > 1);
DROP POLICY p ON t;
CREATE RULE r AS ON DELETE TO v DO INSTEAD NOTHING;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE v
>>> drops: policy p on t
=== storage parameters and the like
CREATE TABLE t (id int PRIMARY KEY, a text); CREATE INDEX t_a ON t (a);
---
ALTER TABLE t SET (autovacuum_vacuum_scale_factor = 0.01);
ALTER TABLE t ALTER COLUMN a SET STORAGE EXTERNAL;
ALTER TABLE t REPLICA IDENTITY FULL;
ALTER TABLE t CLUSTER ON t_a;
ALTER TABLE t SET WITHOUT CLUSTER;
CREATE STATISTICS s ON id, a FROM t;
>>> locks: ACCESS EXCLUSIVE t, SHARE UPDATE EXCLUSIVE t
=== if exists on nothing
CREATE TABLE t (id int PRIMARY KEY, a text);
---
ALTER TABLE IF EXISTS nothing ADD COLUMN b int;
DROP TABLE IF EXISTS nothing CASCADE;
ALTER TABLE t ADD COLUMN IF NOT EXISTS a text;
DROP INDEX IF EXISTS nothing;
>>> locks: ACCESS EXCLUSIVE t
=== sequences
CREATE SEQUENCE s; CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('s'));
---
ALTER SEQUENCE s RESTART WITH 1000;
ALTER SEQUENCE s AS bigint CACHE 10 OWNED BY t.id;
SELECT setval('s', 2000);
CREATE SEQUENCE s2;
COMMENT ON SEQUENCE s IS 'x';
>>> locks: SHARE ROW EXCLUSIVE s, SHARE UPDATE EXCLUSIVE s
=== composite type gets an attribute
CREATE TYPE c AS (a int);
---
ALTER TYPE c ADD ATTRIBUTE b int;
>>> locks: ACCESS EXCLUSIVE c
=== domain harmless
CREATE DOMAIN d AS int; CREATE TABLE t (id int PRIMARY KEY, a d);
---
ALTER DOMAIN d SET DEFAULT 4;
ALTER DOMAIN d OWNER TO CURRENT_USER;
COMMENT ON DOMAIN d IS 'x';
=== temporary tables
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TEMP TABLE x AS SELECT id, a FROM t;
CREATE INDEX ON x (a);
ALTER TABLE x ADD COLUMN j json;
UPDATE x SET a = 1;
UPDATE t SET a = x.a FROM x WHERE x.id = t.id;
DROP TABLE x;
>>> scans: t
=== things created that touch nothing
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TYPE r AS RANGE (subtype = int);
CREATE AGGREGATE first_of(int) (SFUNC = int4larger, STYPE = int);
CREATE COLLATION co FROM "C";
CREATE TABLE l (LIKE t INCLUDING ALL);
SELECT id, a INTO n FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a, count(*) FROM t GROUP BY a;
CREATE UNIQUE INDEX ON m (a);
GRANT SELECT ON t TO PUBLIC;
REVOKE SELECT ON t FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM PUBLIC;
>>> scans: t
>>> drops: default acl for role postgres on tables
=== typed table
CREATE TYPE c AS (a int, b text); CREATE TABLE t (a int, b text);
---
ALTER TABLE t OF c;
ALTER TABLE t NOT OF;
>>> locks: ACCESS EXCLUSIVE t
=== vacuum analyze no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int);
---
VACUUM (ANALYZE) t;
=== publication
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE PUBLICATION truth_p FOR TABLE t;
ALTER PUBLICATION truth_p SET (publish = 'insert');
DROP PUBLICATION truth_p;
>>> locks: SHARE UPDATE EXCLUSIVE t
>>> drops: publication truth_p
