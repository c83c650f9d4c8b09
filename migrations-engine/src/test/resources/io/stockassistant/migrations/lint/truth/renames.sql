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
