=== a new table that refers to one in use
CREATE TABLE o (id int PRIMARY KEY);
---
CREATE TABLE n (id int PRIMARY KEY, o int REFERENCES o);
>>> locks: SHARE ROW EXCLUSIVE o
>>> finds: foreign-key-without-index, reference-locks-table
=== two new tables that refer to one in use
CREATE TABLE o (id int PRIMARY KEY);
---
CREATE TABLE n (id int PRIMARY KEY, o int REFERENCES o, p int REFERENCES o);
CREATE TABLE m (id int PRIMARY KEY, o int REFERENCES o);
>>> locks: SHARE ROW EXCLUSIVE o
>>> finds: foreign-key-without-index x3, reference-locks-table
=== a new table that gets a foreign key
CREATE TABLE o (id int PRIMARY KEY);
---
CREATE TABLE n (id int PRIMARY KEY, o int);
ALTER TABLE n ADD FOREIGN KEY (o) REFERENCES o;
>>> locks: SHARE ROW EXCLUSIVE o
>>> finds: foreign-key-without-index, reference-locks-table
=== a new table that refers to a new one
CREATE TABLE o (id int PRIMARY KEY);
---
CREATE TABLE m (id int PRIMARY KEY);
CREATE TABLE n (id int PRIMARY KEY, m int REFERENCES m);
DROP TABLE n;
>>> drops: table n
=== a table dropped that referred to another
CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, o int REFERENCES o);
---
DROP TABLE t;
>>> locks: ACCESS EXCLUSIVE o, ACCESS EXCLUSIVE t
>>> drops: table t
>>> finds: drop-locks-referenced, drop-table
=== a table dropped together with the one that it refers to
CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, o int REFERENCES o);
---
DROP TABLE t, o;
>>> locks: ACCESS EXCLUSIVE o, ACCESS EXCLUSIVE t
>>> drops: table constraint t_o_fkey on t, table o, table t
>>> finds: drop-table x2
=== a table dropped that refers to itself
CREATE TABLE t (id int PRIMARY KEY, t int REFERENCES t);
---
DROP TABLE t;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint t_t_fkey on t, table t
>>> finds: drop-table
=== a foreign key dropped
CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, o int REFERENCES o);
---
ALTER TABLE t DROP CONSTRAINT t_o_fkey;
>>> locks: ACCESS EXCLUSIVE o, ACCESS EXCLUSIVE t
>>> drops: table constraint t_o_fkey on t
>>> finds: drop-constraint, drop-locks-referenced
=== a column dropped with its foreign key
CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, o int REFERENCES o);
---
ALTER TABLE t DROP COLUMN o;
>>> locks: ACCESS EXCLUSIVE o, ACCESS EXCLUSIVE t
>>> drops: table column t.o
>>> finds: drop-column, drop-locks-referenced
=== a table dropped after its foreign key
CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, o int REFERENCES o);
ALTER TABLE t DROP CONSTRAINT t_o_fkey;
---
DROP TABLE t;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table t
>>> finds: drop-table
=== a check dropped
CREATE TABLE t (id int PRIMARY KEY, a int CHECK (a > 0));
---
ALTER TABLE t DROP CONSTRAINT t_a_check;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint t_a_check on t
>>> finds: drop-constraint
=== a trigger
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
---
CREATE TRIGGER t_f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
>>> locks: SHARE ROW EXCLUSIVE t
>>> finds: trigger-locks-table
=== a trigger of a partitioned table
CREATE TABLE t (id int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
---
CREATE TRIGGER t_f AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
>>> locks: SHARE ROW EXCLUSIVE t, SHARE ROW EXCLUSIVE t1
>>> finds: trigger-locks-table
=== a trigger of a new table
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
---
CREATE TABLE n (id int PRIMARY KEY);
CREATE TRIGGER n_f BEFORE INSERT ON n FOR EACH ROW EXECUTE FUNCTION f();
=== a trigger switched off
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t_f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
---
ALTER TABLE t DISABLE TRIGGER t_f;
ALTER TABLE t ENABLE ALWAYS TRIGGER t_f;
>>> locks: SHARE ROW EXCLUSIVE t
>>> finds: trigger-locks-table
=== a trigger replaced since=14
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t_f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
---
CREATE OR REPLACE TRIGGER t_f BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
>>> locks: SHARE ROW EXCLUSIVE t
>>> finds: trigger-locks-table
=== the function of a trigger replaced
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t_f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
---
CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END';
