=== a unique index
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t_a ON t (a);
>>> scans: t
>>> builds: t_a
>>> finds: may-not-fit-data
=== a unique constraint by an index
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE UNIQUE INDEX t_a ON t (a);
---
ALTER TABLE t ADD CONSTRAINT t_u UNIQUE USING INDEX t_a;
>>> locks: ACCESS EXCLUSIVE t
=== NOT NULL
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data, set-not-null-scan
=== NOT NULL with a proof
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT c CHECK (a IS NOT NULL));
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
>>> locks: ACCESS EXCLUSIVE t
=== a check that holds for what comes
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
>>> locks: ACCESS EXCLUSIVE t
=== a check that is validated
CREATE TABLE t (id int PRIMARY KEY, a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
---
ALTER TABLE t VALIDATE CONSTRAINT c;
>>> locks: SHARE UPDATE EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data
=== a foreign key that is validated
CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int); ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;
---
ALTER TABLE t VALIDATE CONSTRAINT f;
>>> locks: SHARE UPDATE EXCLUSIVE t
>>> scans: p, t
>>> finds: may-not-fit-data
=== a new column with a check
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int CONSTRAINT c CHECK (a > 0) NOT NULL DEFAULT 1;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: add-column-with-constraint
=== a check that the rows break
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
---
ALTER TABLE t ADD CONSTRAINT c CHECK (a < -5);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: add-check-scan, may-not-fit-data
=== a foreign key without an index
CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int);
---
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;
>>> locks: SHARE ROW EXCLUSIVE p, SHARE ROW EXCLUSIVE t
>>> finds: foreign-key-without-index
=== a foreign key with an index
CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int, a int); CREATE INDEX t_p ON t (p, a);
---
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;
>>> locks: SHARE ROW EXCLUSIVE p, SHARE ROW EXCLUSIVE t
=== a foreign key with an index that begins otherwise
CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int, a int); CREATE INDEX t_p ON t (a, p); CREATE INDEX t_q ON t (p) WHERE a > 0;
---
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;
>>> locks: SHARE ROW EXCLUSIVE p, SHARE ROW EXCLUSIVE t
>>> finds: foreign-key-without-index
=== new tables and a foreign key
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE n (id int PRIMARY KEY, p int REFERENCES p);
>>> finds: foreign-key-without-index
=== new tables, a foreign key and its index
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE n (id int PRIMARY KEY, p int REFERENCES p, q int);
CREATE INDEX n_p ON n (p);
ALTER TABLE n ADD FOREIGN KEY (id) REFERENCES p;
=== a foreign key of two columns in any order
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE n (a int, b int, c int, PRIMARY KEY (b, a, c), FOREIGN KEY (a, b) REFERENCES p);
=== json
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN j json;
CREATE TABLE n (id int, a json[]);
>>> locks: ACCESS EXCLUSIVE t
>>> finds: json-column x2
=== jsonb
CREATE TABLE t (id int PRIMARY KEY, j json);
---
ALTER TABLE t ADD COLUMN k jsonb;
CREATE TABLE n (id int, a jsonb);
>>> locks: ACCESS EXCLUSIVE t
=== a column that is json no more
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE n (id int, a json);
ALTER TABLE n ALTER COLUMN a TYPE jsonb;
=== an enum
CREATE TABLE t (id int PRIMARY KEY);
---
DO $$ BEGIN CREATE TYPE e AS ENUM ('a'); END $$;
>>> finds: new-enum-type
=== a composite type
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TYPE e AS (a int, b int);
CREATE DOMAIN d AS int CHECK (VALUE > 0);
=== a narrow key
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE n (id serial PRIMARY KEY);
CREATE TABLE m (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
>>> finds: narrow-key x2
=== a wide key
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE n (id bigserial PRIMARY KEY);
CREATE TABLE m (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code int UNIQUE);
=== char
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE n (id int, a char(3));
>>> finds: char-column
=== text
CREATE TABLE t (id int PRIMARY KEY, a char(3));
---
CREATE TABLE n (id int, a varchar(3), b text, c "char");
=== a timestamp without a zone
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN at timestamp(3);
>>> locks: ACCESS EXCLUSIVE t
>>> finds: timestamp-without-zone
=== a timestamp with a zone
CREATE TABLE t (id int PRIMARY KEY, at timestamp);
---
ALTER TABLE t ADD COLUMN a timestamptz;
CREATE TABLE n (at timestamptz, d date, u time);
>>> locks: ACCESS EXCLUSIVE t
=== a partition
CREATE TABLE t (id int, j json, at timestamp) PARTITION BY RANGE (id);
---
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
>>> locks: ACCESS EXCLUSIVE t
>>> finds: create-partition
=== a long name
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE a_name_of_a_table_that_is_so_long_that_nobody_can_remember_all_of_it (id int);
>>> finds: name-too-long
=== a name of 63 bytes
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE a_name_of_a_table_that_is_so_long_that_nobody_can_remember_all1 (id int);
=== an index that is there the second time
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE INDEX CONCURRENTLY t_a ON t (a);
>>> scans: t
>>> builds: t_a
>>> finds: not-repeatable
=== an index that is gone the second time
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
DROP INDEX CONCURRENTLY t_a;
>>> drops: index t_a
>>> finds: not-repeatable
=== an index that may be gone
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a ON t (a);
---
DROP INDEX CONCURRENTLY IF EXISTS t_a;
>>> drops: index t_a
=== rows that are there the second time no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int);
---
INSERT INTO t VALUES (900001);
ALTER TABLE t ADD COLUMN IF NOT EXISTS b int;
>>> locks: ACCESS EXCLUSIVE t
>>> finds: not-repeatable
=== a new value of an enum that is used
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (id int PRIMARY KEY, e e);
---
ALTER TYPE e ADD VALUE 'c';
UPDATE t SET e = 'c' WHERE id = 1;
>>> finds: enum-value-used
=== a new enum that is used
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE n (e e DEFAULT 'b');
INSERT INTO n VALUES ('a');
>>> finds: new-enum-type
