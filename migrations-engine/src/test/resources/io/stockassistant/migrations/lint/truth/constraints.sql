=== not null
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data, set-not-null-scan
=== not null with a proof
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT t_a CHECK (a IS NOT NULL));
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT t_a;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint t_a on t
=== not null with a proof of more than it needs
CREATE TABLE t (id int PRIMARY KEY, a int, CONSTRAINT t_a CHECK (a IS NOT NULL AND a > 0));
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
>>> locks: ACCESS EXCLUSIVE t
=== not null with a check that is not valid
CREATE TABLE t (id int PRIMARY KEY, a int);
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a IS NOT NULL) NOT VALID;
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data, set-not-null-scan
=== not null of a column that is
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
>>> locks: ACCESS EXCLUSIVE t
=== not null of a partitioned table
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (10) TO (20);
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1, ACCESS EXCLUSIVE t2
>>> scans: t1, t2
>>> finds: may-not-fit-data, set-not-null-scan
=== not null beside a check, with a proof
CREATE TABLE t (id int PRIMARY KEY, a int CHECK (a IS NOT NULL));
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL, ADD CONSTRAINT t_id CHECK (id > 0);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: add-check-scan, may-not-fit-data
=== not null that is not validated since=18
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT t_a NOT NULL a NOT VALID;
>>> locks: ACCESS EXCLUSIVE t
=== not null that is validated later since=18
CREATE TABLE t (id int PRIMARY KEY, a int);
ALTER TABLE t ADD CONSTRAINT t_a NOT NULL a NOT VALID;
---
ALTER TABLE t VALIDATE CONSTRAINT t_a;
>>> locks: SHARE UPDATE EXCLUSIVE t
>>> scans: t
=== a check
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: add-check-scan, may-not-fit-data
=== a check in a block
CREATE TABLE t (id int PRIMARY KEY, a int);
---
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_a') THEN
    ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0); END IF; END $$;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: add-check-scan, may-not-fit-data
=== two checks in one statement
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0), ADD CONSTRAINT t_b CHECK (a < 9) NOT VALID;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: add-check-scan, may-not-fit-data
=== a check that is not valid yet
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0) NOT VALID;
>>> locks: ACCESS EXCLUSIVE t
=== a check that is validated later
CREATE TABLE t (id int PRIMARY KEY, a int);
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0) NOT VALID;
---
ALTER TABLE t VALIDATE CONSTRAINT t_a;
>>> locks: SHARE UPDATE EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data
=== a check that is validated at once
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_a;
>>> locks: ACCESS EXCLUSIVE t, SHARE UPDATE EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data, validate-in-same-transaction
=== a check that is validated at once without a transaction no-transaction
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_a;
>>> locks: ACCESS EXCLUSIVE t, SHARE UPDATE EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data, not-repeatable
=== a check that is validated after another change
CREATE TABLE t (id int PRIMARY KEY, a int);
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0) NOT VALID;
---
ALTER TABLE t ADD COLUMN b int;
ALTER TABLE t VALIDATE CONSTRAINT t_a;
>>> locks: ACCESS EXCLUSIVE t, SHARE UPDATE EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data, validate-in-same-transaction
=== a check that is validated in the same statement
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0) NOT VALID, VALIDATE CONSTRAINT t_a;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: add-check-scan, may-not-fit-data
=== a check of a partitioned table
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (10) TO (20);
---
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0);
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1, ACCESS EXCLUSIVE t2
>>> scans: t1, t2
>>> finds: add-check-scan, may-not-fit-data
=== a check of a partitioned table without partitions
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id);
---
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0);
>>> locks: ACCESS EXCLUSIVE t
=== a check of a partitioned table validated later
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0) NOT VALID;
---
ALTER TABLE t VALIDATE CONSTRAINT t_a;
>>> locks: SHARE UPDATE EXCLUSIVE t, SHARE UPDATE EXCLUSIVE t1
>>> scans: t1
>>> finds: may-not-fit-data
=== a check that nobody enforces since=18
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT t_a CHECK (a > 0) NOT ENFORCED;
>>> locks: ACCESS EXCLUSIVE t
=== a check that comes with a column
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int CHECK (a > 0);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: add-column-with-constraint
=== a check that comes with a column, not valid yet
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int, ADD CONSTRAINT t_a CHECK (a > 0) NOT VALID;
>>> locks: ACCESS EXCLUSIVE t
=== a unique constraint that comes with a column
CREATE TABLE t (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN a int UNIQUE;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> builds: t_a_key
>>> finds: add-column-with-constraint
=== a foreign key that comes with a column
CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE o (id int PRIMARY KEY);
---
ALTER TABLE t ADD COLUMN o int REFERENCES o;
>>> locks: ACCESS EXCLUSIVE t, SHARE ROW EXCLUSIVE o
>>> finds: foreign-key-without-index
=== a foreign key that comes with a column and a value
CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE o (id int PRIMARY KEY); INSERT INTO o VALUES (1);
---
ALTER TABLE t ADD COLUMN o int DEFAULT 1 REFERENCES o;
>>> locks: ACCESS EXCLUSIVE t, SHARE ROW EXCLUSIVE o
>>> scans: o, t
>>> finds: add-column-with-constraint, foreign-key-without-index
=== a foreign key
CREATE TABLE t (id int PRIMARY KEY, o int); CREATE TABLE o (id int PRIMARY KEY);
---
ALTER TABLE t ADD CONSTRAINT t_o FOREIGN KEY (o) REFERENCES o;
>>> locks: SHARE ROW EXCLUSIVE o, SHARE ROW EXCLUSIVE t
>>> scans: t
>>> finds: add-foreign-key-scan, foreign-key-without-index, may-not-fit-data
=== a foreign key to itself
CREATE TABLE t (id int PRIMARY KEY, t int);
---
ALTER TABLE t ADD CONSTRAINT t_t FOREIGN KEY (t) REFERENCES t;
>>> locks: SHARE ROW EXCLUSIVE t
>>> scans: t
>>> finds: add-foreign-key-scan, foreign-key-without-index, may-not-fit-data
=== a foreign key that is not valid yet
CREATE TABLE t (id int PRIMARY KEY, o int); CREATE TABLE o (id int PRIMARY KEY);
---
ALTER TABLE t ADD CONSTRAINT t_o FOREIGN KEY (o) REFERENCES o NOT VALID;
>>> locks: SHARE ROW EXCLUSIVE o, SHARE ROW EXCLUSIVE t
>>> finds: foreign-key-without-index
=== a foreign key that is validated later
CREATE TABLE t (id int PRIMARY KEY, o int); CREATE TABLE o (id int PRIMARY KEY);
ALTER TABLE t ADD CONSTRAINT t_o FOREIGN KEY (o) REFERENCES o NOT VALID;
---
ALTER TABLE t VALIDATE CONSTRAINT t_o;
>>> locks: SHARE UPDATE EXCLUSIVE t
>>> scans: o, t
>>> finds: may-not-fit-data
=== a foreign key that is validated at once
CREATE TABLE t (id int PRIMARY KEY, o int); CREATE TABLE o (id int PRIMARY KEY);
---
ALTER TABLE t ADD CONSTRAINT t_o FOREIGN KEY (o) REFERENCES o NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_o;
>>> locks: SHARE ROW EXCLUSIVE o, SHARE ROW EXCLUSIVE t, SHARE UPDATE EXCLUSIVE t
>>> scans: t
>>> finds: foreign-key-without-index, may-not-fit-data, validate-in-same-transaction
=== a foreign key to a new table
CREATE TABLE t (id int PRIMARY KEY, o int);
---
CREATE TABLE n (id int PRIMARY KEY);
ALTER TABLE t ADD CONSTRAINT t_o FOREIGN KEY (o) REFERENCES n;
>>> locks: SHARE ROW EXCLUSIVE t
>>> scans: t
>>> finds: add-foreign-key-scan, foreign-key-without-index, may-not-fit-data
=== a foreign key of a partitioned table
CREATE TABLE o (id int PRIMARY KEY);
CREATE TABLE t (id int, o int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (10) TO (20);
---
ALTER TABLE t ADD CONSTRAINT t_o FOREIGN KEY (o) REFERENCES o;
>>> locks: SHARE ROW EXCLUSIVE o, SHARE ROW EXCLUSIVE t, SHARE ROW EXCLUSIVE t1, SHARE ROW EXCLUSIVE t2
>>> scans: t1, t2
>>> finds: add-foreign-key-scan, foreign-key-without-index, may-not-fit-data
=== a foreign key of a partitioned table whose partitions have it
CREATE TABLE o (id int PRIMARY KEY);
CREATE TABLE t (id int, o int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
ALTER TABLE t1 ADD CONSTRAINT t_o FOREIGN KEY (o) REFERENCES o;
---
ALTER TABLE t ADD CONSTRAINT t_o FOREIGN KEY (o) REFERENCES o;
>>> locks: ACCESS EXCLUSIVE o, SHARE ROW EXCLUSIVE t, SHARE ROW EXCLUSIVE t1
>>> finds: foreign-key-without-index, may-not-fit-data
=== a foreign key to a partitioned table
CREATE TABLE o (id int PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE o1 PARTITION OF o FOR VALUES FROM (1) TO (10);
CREATE TABLE t (id int PRIMARY KEY, o int);
---
ALTER TABLE t ADD CONSTRAINT t_o FOREIGN KEY (o) REFERENCES o;
>>> locks: SHARE ROW EXCLUSIVE o, SHARE ROW EXCLUSIVE o1, SHARE ROW EXCLUSIVE t
>>> scans: t
>>> finds: add-foreign-key-scan, foreign-key-without-index, may-not-fit-data
=== a unique constraint
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT t_a UNIQUE (a);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> builds: t_a
>>> finds: add-unique-builds-index, may-not-fit-data
=== a unique constraint with an index
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE UNIQUE INDEX t_a ON t (a);
---
ALTER TABLE t ADD CONSTRAINT t_a_key UNIQUE USING INDEX t_a;
>>> locks: ACCESS EXCLUSIVE t
=== a unique constraint of a partitioned table since=18
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (10) TO (20);
---
ALTER TABLE t ADD CONSTRAINT t_a UNIQUE (id, a);
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1, ACCESS EXCLUSIVE t2
>>> scans: t1, t2
>>> builds: t1_id_a_key, t2_id_a_key
>>> finds: add-unique-builds-index, may-not-fit-data
=== a unique constraint of a partitioned table alone
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE ONLY t ADD CONSTRAINT t_a UNIQUE (id, a);
>>> locks: ACCESS EXCLUSIVE t
>>> finds: may-not-fit-data
=== a unique constraint with an index of the same migration
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE UNIQUE INDEX t_a ON t (a);
ALTER TABLE t ADD CONSTRAINT t_a_key UNIQUE USING INDEX t_a;
>>> locks: ACCESS EXCLUSIVE t, SHARE t
>>> scans: t
>>> builds: t_a
>>> finds: index-not-concurrent, may-not-fit-data
=== a primary key
CREATE TABLE t (id int, a int);
---
ALTER TABLE t ADD PRIMARY KEY (id);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> builds: t_pkey
>>> finds: add-primary-key-builds-index, may-not-fit-data
=== a primary key of columns that are not null
CREATE TABLE t (id int NOT NULL, a int);
---
ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY (id) DEFERRABLE;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> builds: t_key
>>> finds: add-primary-key-builds-index, may-not-fit-data
=== a primary key with an index
CREATE TABLE t (id int NOT NULL, a int); CREATE UNIQUE INDEX t_key ON t (id);
---
ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY USING INDEX t_key;
>>> locks: ACCESS EXCLUSIVE t
=== a primary key with an index of a column that may be null
CREATE TABLE t (id int, a int); CREATE UNIQUE INDEX t_key ON t (id);
---
ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY USING INDEX t_key;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data, primary-key-on-nullable
=== a primary key with an index and a proof
CREATE TABLE t (id int CHECK (id IS NOT NULL), a int); CREATE UNIQUE INDEX t_key ON t (id);
---
ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY USING INDEX t_key;
>>> locks: ACCESS EXCLUSIVE t
=== an exclusion constraint
CREATE TABLE t (id int PRIMARY KEY, a int4range);
---
ALTER TABLE t ADD CONSTRAINT t_a EXCLUDE USING gist (a WITH &&);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> builds: t_a
>>> finds: add-exclusion-builds-index
=== a check of a domain
CREATE DOMAIN d AS int; CREATE TABLE t (id int PRIMARY KEY, a d); CREATE TABLE o (id int PRIMARY KEY, a d);
---
ALTER DOMAIN d ADD CONSTRAINT d_a CHECK (VALUE > 0);
>>> locks: SHARE o, SHARE t
>>> scans: o, t
>>> finds: domain-constraint-scan, may-not-fit-data
=== a check of a domain that no table has
CREATE DOMAIN d AS int;
---
ALTER DOMAIN d ADD CONSTRAINT d_a CHECK (VALUE > 0);
=== a check of a domain that is not valid yet
CREATE DOMAIN d AS int; CREATE TABLE t (id int PRIMARY KEY, a d);
---
ALTER DOMAIN d ADD CONSTRAINT d_a CHECK (VALUE > 0) NOT VALID;
=== a check of a domain that is validated later
CREATE DOMAIN d AS int; CREATE TABLE t (id int PRIMARY KEY, a d);
ALTER DOMAIN d ADD CONSTRAINT d_a CHECK (VALUE > 0) NOT VALID;
---
ALTER DOMAIN d VALIDATE CONSTRAINT d_a;
>>> locks: SHARE t
>>> scans: t
>>> finds: may-not-fit-data
=== a domain that is not null
CREATE DOMAIN d AS int; CREATE TABLE t (id int PRIMARY KEY, a d);
---
ALTER DOMAIN d SET NOT NULL;
>>> locks: SHARE t
>>> scans: t
>>> finds: domain-constraint-scan
=== a constraint renamed
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT t_a CHECK (a > 0));
---
ALTER TABLE t RENAME CONSTRAINT t_a TO t_b;
>>> locks: ACCESS EXCLUSIVE t
