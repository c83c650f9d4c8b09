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
=== identity dropped
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
---
ALTER TABLE t ALTER id DROP IDENTITY;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t_id_seq
>>> finds: drop-default
=== primary key dropped
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t DROP CONSTRAINT t_pkey;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint t_pkey on t
>>> finds: drop-constraint
=== referenced key dropped with cascade
CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int CONSTRAINT f REFERENCES p);
---
ALTER TABLE p DROP CONSTRAINT p_pkey CASCADE;
>>> locks: ACCESS EXCLUSIVE p, ACCESS EXCLUSIVE t
>>> drops: table constraint f on t, table constraint p_pkey on p
>>> finds: drop-cascade, drop-constraint
=== sequence dropped with cascade
CREATE SEQUENCE s; CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('s'));
---
DROP SEQUENCE s CASCADE;
>>> locks: ACCESS EXCLUSIVE s, ACCESS EXCLUSIVE t
>>> drops: default value for t.id, sequence s
>>> finds: drop-cascade
=== serial becomes identity, all of it
CREATE TABLE t (id serial PRIMARY KEY);
---
ALTER TABLE t ALTER COLUMN id DROP DEFAULT;
DROP SEQUENCE t_id_seq;
ALTER TABLE t ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t_id_seq
>>> drops: default value for t.id, sequence t_id_seq
=== domain loses a check
CREATE DOMAIN d AS int CONSTRAINT k CHECK (VALUE > 0); CREATE TABLE t (id int PRIMARY KEY, a d);
---
ALTER DOMAIN d DROP CONSTRAINT k;
>>> drops: domain constraint k on d
>>> finds: drop-constraint
=== domain may be null
CREATE DOMAIN d AS int NOT NULL; CREATE TABLE t (id int PRIMARY KEY, a d);
---
ALTER DOMAIN d DROP NOT NULL;
>>> finds: drop-not-null
=== column dropped with a view
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE VIEW v AS SELECT a FROM t;
---
ALTER TABLE t DROP COLUMN a CASCADE;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE v
>>> drops: table column t.a, view v
>>> finds: drop-cascade, drop-column
=== view dropped with a view
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT a FROM v;
---
DROP VIEW v CASCADE;
>>> locks: ACCESS EXCLUSIVE v, ACCESS EXCLUSIVE w
>>> drops: view v, view w
>>> finds: drop-cascade
=== table rebuilt by hand
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TABLE n (LIKE t INCLUDING ALL);
INSERT INTO n SELECT * FROM t;
DROP TABLE t;
ALTER TABLE n RENAME TO t;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> drops: table t
>>> finds: drop-table
=== trigger dropped
CREATE TABLE t (id int PRIMARY KEY); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
---
DROP TRIGGER x ON t;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: trigger x on t
=== function of a trigger dropped with it
CREATE TABLE t (id int PRIMARY KEY); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
---
DROP FUNCTION f() CASCADE;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: function f(), trigger x on t
>>> finds: drop-cascade
=== schema of this migration dropped
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE SCHEMA truth_two;
CREATE TABLE truth_two.x (id int);
DROP SCHEMA truth_two CASCADE;
>>> drops: schema truth_two, table truth_two.x
=== index dropped and built concurrently no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int, b int); CREATE INDEX t_a ON t (a);
---
DROP INDEX CONCURRENTLY IF EXISTS t_a;
CREATE INDEX CONCURRENTLY IF NOT EXISTS t_a ON t (a, b);
>>> scans: t
>>> builds: t_a
>>> drops: index t_a
=== two indexes dropped
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a); CREATE INDEX t_b ON t (a, id);
---
DROP INDEX t_a, t_b;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: index t_a, index t_b
>>> finds: drop-index-not-concurrent x2
=== table with generated column dropped
CREATE TABLE t (id int PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED);
---
ALTER TABLE t DROP COLUMN b;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table column t.b
>>> finds: drop-column
