=== a column
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t DROP COLUMN a;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table column t.a
>>> finds: drop-column
=== a column with a constraint on it
CREATE TABLE t (id int PRIMARY KEY, a int CHECK (a > 0), b int, CHECK (a < b));
---
ALTER TABLE t DROP COLUMN a;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table column t.a, table constraint t_a_check on t, table constraint t_check on t
>>> finds: drop-column
=== a column that this migration has added
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int;
ALTER TABLE t DROP COLUMN a;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table column t.a
=== a column in a block
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DO $$ BEGIN ALTER TABLE t DROP COLUMN IF EXISTS a; END $$;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table column t.a
>>> finds: drop-column
=== a column that is not there
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t DROP COLUMN IF EXISTS a;
>>> locks: ACCESS EXCLUSIVE t
=== a column of a partitioned table
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t DROP COLUMN a;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1
>>> drops: table column t.a, table column t1.a
>>> finds: drop-column
=== a column with its type
CREATE TYPE c AS ENUM ('a', 'b'); CREATE TABLE t (id int PRIMARY KEY, c c);
---
DROP TYPE c CASCADE;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table column t.c, type c
>>> finds: drop-cascade, drop-column
=== a table
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DROP TABLE t;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table t
>>> finds: drop-table
=== a table that this migration has created
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TABLE n (id serial PRIMARY KEY);
CREATE VIEW v AS SELECT * FROM n;
DROP TABLE n CASCADE;
>>> drops: default value for n.id, table n, view v
=== a table in use by a view
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE VIEW v AS SELECT a FROM t;
---
DROP TABLE t CASCADE;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE v
>>> drops: table t, view v
>>> finds: drop-cascade, drop-table
=== a table in use by a foreign key
CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int CONSTRAINT f REFERENCES p);
---
DROP TABLE p CASCADE;
>>> locks: ACCESS EXCLUSIVE p, ACCESS EXCLUSIVE t
>>> drops: table constraint f on t, table p
>>> finds: drop-cascade, drop-table
=== a schema
CREATE SCHEMA old_drops; CREATE TABLE old_drops.a (id int); CREATE VIEW v AS SELECT * FROM old_drops.a;
---
DROP VIEW v;
DROP SCHEMA old_drops CASCADE;
>>> locks: ACCESS EXCLUSIVE a, ACCESS EXCLUSIVE v
>>> drops: schema old_drops, table old_drops.a, view v
>>> finds: drop-table
=== a schema and a view elsewhere
CREATE SCHEMA older_drops; CREATE TABLE older_drops.a (id int); CREATE VIEW v AS SELECT * FROM older_drops.a;
---
DROP SCHEMA older_drops CASCADE;
>>> locks: ACCESS EXCLUSIVE a, ACCESS EXCLUSIVE v
>>> drops: schema older_drops, table older_drops.a, view v
>>> finds: drop-cascade, drop-table
=== a view
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE VIEW v AS SELECT a FROM t;
---
DROP VIEW v;
>>> locks: ACCESS EXCLUSIVE v
>>> drops: view v
=== a function in use
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER TABLE t ALTER a SET DEFAULT f();
---
DROP FUNCTION f() CASCADE;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: default value for t.a, function f()
>>> finds: drop-cascade
=== all rows
CREATE TABLE t (id int PRIMARY KEY, a int);
---
TRUNCATE t;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: truncate
=== all rows of a new table
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TABLE n (id int);
TRUNCATE n;
=== all rows of two tables
CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int REFERENCES t);
---
TRUNCATE t CASCADE;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE u
>>> finds: several-tables-locked, truncate
=== NOT NULL
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
---
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: drop-not-null
=== NOT NULL of a new column
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int NOT NULL DEFAULT 1;
ALTER TABLE t ALTER COLUMN a DROP NOT NULL, ALTER COLUMN a DROP DEFAULT;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: default value for t.a
=== a default
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 1);
---
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: default value for t.a
>>> finds: drop-default
=== a default and a new one
CREATE TABLE t (id int PRIMARY KEY, a varchar(10) DEFAULT '1');
---
ALTER TABLE t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE varchar(20), ALTER COLUMN a SET DEFAULT '2';
>>> locks: ACCESS EXCLUSIVE t
>>> drops: default value for t.a
=== an identity instead of a default
CREATE TABLE t (id serial PRIMARY KEY);
---
ALTER TABLE t ALTER COLUMN id DROP DEFAULT;
ALTER TABLE t ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: default value for t.id
=== a check
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT c CHECK (a > 0));
---
ALTER TABLE t DROP CONSTRAINT c;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint c on t
>>> finds: drop-constraint
=== a check that another one replaces
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT c CHECK (a > 0));
---
ALTER TABLE t ADD CONSTRAINT d CHECK (a >= 0) NOT VALID;
ALTER TABLE t DROP CONSTRAINT c;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint c on t
=== a check that proved NOT NULL
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT c CHECK (a IS NOT NULL));
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT c;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint c on t
=== a check of this migration
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
ALTER TABLE t DROP CONSTRAINT c;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint c on t
=== a unique constraint that an index replaces
CREATE TABLE t (id int PRIMARY KEY, a int, CONSTRAINT u UNIQUE (a)); CREATE UNIQUE INDEX t_a ON t (a);
---
ALTER TABLE t DROP CONSTRAINT u;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint u on t
=== a check that proved the bounds of a partition
CREATE TABLE t (id int NOT NULL) PARTITION BY RANGE (id); CREATE TABLE p (id int NOT NULL CONSTRAINT c CHECK (id >= 1 AND id < 10)); ALTER TABLE t ATTACH PARTITION p FOR VALUES FROM (1) TO (10);
---
ALTER TABLE p DROP CONSTRAINT c;
>>> locks: ACCESS EXCLUSIVE p
>>> drops: table constraint c on p
