=== function that builds an index
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $f$ BEGIN EXECUTE 'CREATE INDEX t_a ON t (a)'; END $f$;
---
DO $$ BEGIN PERFORM f(); END $$;
>>> locks: SHARE t
>>> scans: t
>>> builds: t_a
>>> finds: index-not-concurrent
=== function that drops a table
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $f$ BEGIN DROP TABLE t; END $f$;
---
SELECT f();
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table t
>>> finds: drop-table
=== procedure that changes a type
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE PROCEDURE f() LANGUAGE plpgsql AS $f$ BEGIN ALTER TABLE t ALTER a TYPE bigint; END $f$;
---
CALL f();
>>> locks: ACCESS EXCLUSIVE t
>>> rewrites: t
>>> scans: t
>>> finds: column-type-rewrite
=== function created only
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $f$ BEGIN DROP TABLE t; END $f$;
=== function atomic since=14
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; END;
=== function dropped
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
---
DROP FUNCTION f();
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
>>> drops: function f()
