=== a table
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t RENAME TO n;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: rename
=== a new table
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE n (id int);
ALTER TABLE n RENAME TO m;
ALTER TABLE m RENAME COLUMN id TO no;
=== a column
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t RENAME COLUMN a TO b;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: rename
=== a column of this migration
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int;
ALTER TABLE t RENAME COLUMN a TO b;
>>> locks: ACCESS EXCLUSIVE t
=== a column of a partitioned table
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t RENAME COLUMN a TO b;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1
>>> finds: rename
=== a constraint
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT c CHECK (a > 0));
---
ALTER TABLE t RENAME CONSTRAINT c TO d;
>>> locks: ACCESS EXCLUSIVE t
=== a schema
CREATE SCHEMA renames_one; CREATE TABLE renames_one.a (id int);
---
ALTER SCHEMA renames_one RENAME TO renames_two;
>>> finds: rename-schema
=== a new schema
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE SCHEMA renames_three;
ALTER SCHEMA renames_three RENAME TO renames_four;
=== a value of an enum
CREATE TYPE e AS ENUM ('a', 'b');
---
ALTER TYPE e RENAME VALUE 'a' TO 'c';
>>> finds: rename-enum-value
=== a value of a new enum
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TYPE e AS ENUM ('a', 'b');
ALTER TYPE e RENAME VALUE 'a' TO 'c';
>>> finds: new-enum-type
=== a new value of an enum
CREATE TYPE e AS ENUM ('a', 'b');
---
ALTER TYPE e ADD VALUE 'c';
=== a table to another schema
CREATE SCHEMA renames_five; CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t SET SCHEMA renames_five;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: set-schema
=== a function to another schema
CREATE SCHEMA renames_six; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
---
ALTER FUNCTION f() SET SCHEMA renames_six;
>>> finds: set-schema
=== a new function to another schema
CREATE SCHEMA renames_seven;
---
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f() SET SCHEMA renames_seven;
=== view renamed
CREATE TABLE t (id int PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t;
---
ALTER VIEW v RENAME TO w;
>>> locks: ACCESS EXCLUSIVE v
>>> finds: rename
=== view renamed by alter table
CREATE TABLE t (id int PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t;
---
ALTER TABLE v RENAME TO w;
>>> locks: ACCESS EXCLUSIVE v
>>> finds: rename
=== view column renamed
CREATE TABLE t (id int PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t;
---
ALTER VIEW v RENAME COLUMN id TO no;
>>> locks: ACCESS EXCLUSIVE v
>>> finds: rename
=== materialized view renamed
CREATE TABLE t (id int PRIMARY KEY); CREATE MATERIALIZED VIEW v AS SELECT id FROM t;
---
ALTER MATERIALIZED VIEW v RENAME TO w;
>>> locks: ACCESS EXCLUSIVE v
>>> finds: rename
=== view replaced
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE VIEW v AS SELECT id FROM t;
---
CREATE OR REPLACE VIEW v AS SELECT id, a FROM t;
>>> locks: ACCESS EXCLUSIVE v
=== view of this migration renamed
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE VIEW v AS SELECT id FROM t;
ALTER VIEW v RENAME TO w;
=== view dropped and made anew
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE VIEW v AS SELECT id FROM t;
---
DROP VIEW v;
CREATE VIEW v AS SELECT a, id FROM t;
>>> locks: ACCESS EXCLUSIVE v
>>> drops: view v
=== view set schema
CREATE TABLE t (id int PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t; CREATE SCHEMA truth_one;
---
ALTER VIEW v SET SCHEMA truth_one;
>>> locks: ACCESS EXCLUSIVE v
>>> finds: set-schema
=== view altered otherwise
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE VIEW v AS SELECT id, a FROM t;
---
ALTER VIEW v ALTER COLUMN a SET DEFAULT 3;
ALTER VIEW v SET (security_barrier = true);
COMMENT ON VIEW v IS 'x';
>>> locks: ACCESS EXCLUSIVE v, SHARE UPDATE EXCLUSIVE v
=== table renamed behind a view
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t RENAME TO n;
CREATE VIEW t AS SELECT * FROM n;
>>> locks: ACCESS EXCLUSIVE t
=== chained renames
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t RENAME TO n;
ALTER TABLE n RENAME TO m;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: rename
=== renamed forth and back
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t RENAME TO n;
ALTER TABLE n RENAME TO t;
ALTER TABLE t RENAME COLUMN a TO b;
ALTER TABLE t RENAME COLUMN b TO a;
>>> locks: ACCESS EXCLUSIVE t
=== chained renames of a column
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t RENAME COLUMN a TO b;
ALTER TABLE t RENAME COLUMN b TO c;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: rename
=== tables swapped
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE t_new (id bigint PRIMARY KEY, a int);
---
ALTER TABLE t RENAME TO t_old;
ALTER TABLE t_new RENAME TO t;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t_new
>>> finds: several-tables-locked
=== columns swapped
CREATE TABLE t (id int PRIMARY KEY, a int, a_new bigint);
---
ALTER TABLE t RENAME COLUMN a TO a_old;
ALTER TABLE t RENAME COLUMN a_new TO a;
>>> locks: ACCESS EXCLUSIVE t
=== table renamed in a block
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DO $$ BEGIN ALTER TABLE t RENAME TO n; EXECUTE 'ALTER TABLE n RENAME COLUMN a TO b'; END $$;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: rename x2
=== index, constraint, trigger renamed
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE); CREATE INDEX t_a ON t (a);
---
ALTER INDEX t_a RENAME TO t_b;
ALTER TABLE t RENAME CONSTRAINT t_a_key TO t_a_u;
>>> locks: ACCESS EXCLUSIVE t
=== partition renamed
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t1 RENAME TO t_first;
>>> locks: ACCESS EXCLUSIVE t1
>>> finds: rename
