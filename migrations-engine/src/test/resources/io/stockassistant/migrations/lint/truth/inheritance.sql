=== column added
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
ALTER TABLE t ADD COLUMN b int;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
=== column dropped
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t); CREATE TABLE d () INHERITS (c);
---
ALTER TABLE t DROP COLUMN a;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE d, ACCESS EXCLUSIVE t
>>> drops: table column c.a, table column d.a, table column t.a
>>> finds: drop-column
=== set not null
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> scans: c, t
>>> finds: may-not-fit-data, set-not-null-scan
=== check
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0);
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> scans: c, t
>>> finds: add-check-scan, may-not-fit-data
=== check dropped
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT k CHECK (a > 0)); CREATE TABLE c (x int) INHERITS (t);
---
ALTER TABLE t DROP CONSTRAINT k;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> drops: table constraint k on c, table constraint k on t
>>> finds: drop-constraint
=== type
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t); CREATE TABLE d () INHERITS (c);
---
ALTER TABLE t ALTER COLUMN a TYPE bigint;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE d, ACCESS EXCLUSIVE t
>>> rewrites: c, d, t
>>> scans: c, d, t
>>> finds: column-type-rewrite
=== rename column
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t); CREATE TABLE d () INHERITS (c);
---
ALTER TABLE t RENAME COLUMN a TO b;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE d, ACCESS EXCLUSIVE t
>>> finds: rename
=== drop not null and default
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT 1); CREATE TABLE c (x int) INHERITS (t);
---
ALTER TABLE t ALTER COLUMN a DROP NOT NULL, ALTER COLUMN a DROP DEFAULT;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> drops: default value for c.a, default value for t.a
>>> finds: drop-default, drop-not-null
=== volatile default
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
ALTER TABLE t ADD COLUMN u uuid DEFAULT gen_random_uuid();
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> rewrites: c, t
>>> scans: c, t
>>> finds: add-column-volatile-default
=== not null without default
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
ALTER TABLE t ADD COLUMN u int NOT NULL;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> scans: c, t
>>> finds: add-column-not-null
=== parent dropped
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
DROP TABLE t CASCADE;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> drops: table c, table t
>>> finds: drop-cascade, drop-table
=== new child
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TABLE c (x int) INHERITS (t);
>>> locks: SHARE UPDATE EXCLUSIVE t
=== update all
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int, PRIMARY KEY (id)) INHERITS (t);
---
UPDATE t SET a = 1;
>>> scans: c, t
>>> finds: whole-table-write
=== truncate
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
TRUNCATE t;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> finds: truncate
=== detached and attached
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
ALTER TABLE c NO INHERIT t;
ALTER TABLE c INHERIT t;
>>> locks: ACCESS EXCLUSIVE c, SHARE UPDATE EXCLUSIVE t
=== json column
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
ALTER TABLE t ADD COLUMN j json, ADD COLUMN at timestamp;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> finds: json-column, timestamp-without-zone
=== index on parent only
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
CREATE INDEX t_a ON t (a);
>>> locks: SHARE t
>>> scans: t
>>> builds: t_a
>>> finds: index-not-concurrent
=== check with column
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
ALTER TABLE t ADD COLUMN b int CHECK (b > 0);
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> scans: c, t
>>> finds: add-column-with-constraint
=== several tables
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t); CREATE TABLE u (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN b int;
ALTER TABLE u ADD COLUMN b int;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE u
>>> finds: several-tables-locked
=== work under lock
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE TABLE c (x int) INHERITS (t);
CREATE TABLE u (id int PRIMARY KEY, b int);
---
ALTER TABLE t ADD COLUMN b int;
UPDATE u SET b = 1 WHERE id = 1;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> finds: work-under-lock
=== generated
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (x int) INHERITS (t);
---
ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a * 2) STORED;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> rewrites: c, t
>>> scans: c, t
>>> finds: add-column-generated
=== drop child's own copy
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE c (a int) INHERITS (t);
---
ALTER TABLE t DROP COLUMN a;
>>> locks: ACCESS EXCLUSIVE c, ACCESS EXCLUSIVE t
>>> drops: table column t.a
>>> finds: drop-column
