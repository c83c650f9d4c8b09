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
>>> finds: may-not-fit-data
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
>>> finds: add-primary-key-builds-index, may-not-fit-data x2
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
=== not null, not valid, validated at once since=18
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT t_a NOT NULL a NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_a;
>>> locks: ACCESS EXCLUSIVE t, SHARE UPDATE EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data, validate-in-same-transaction
=== not null, validated later since=18
CREATE TABLE t (id int PRIMARY KEY, a int); ALTER TABLE t ADD CONSTRAINT t_a NOT NULL a NOT VALID;
---
ALTER TABLE t VALIDATE CONSTRAINT t_a;
>>> locks: SHARE UPDATE EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data
=== not null constraint since=18
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT t_a NOT NULL a;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data, set-not-null-scan
=== set not null over a constraint that is not valid since=18
CREATE TABLE t (id int PRIMARY KEY, a int); ALTER TABLE t ADD CONSTRAINT t_a NOT NULL a NOT VALID;
---
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: may-not-fit-data, set-not-null-scan
=== not null constraint dropped since=18
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT t_a NOT NULL);
---
ALTER TABLE t DROP CONSTRAINT t_a;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint t_a on t
>>> finds: drop-not-null
=== column and not null not valid since=18
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD COLUMN b int, ADD CONSTRAINT t_b NOT NULL b NOT VALID;
>>> locks: ACCESS EXCLUSIVE t
=== not null of a partitioned table at once since=18
CREATE TABLE t (id int, a int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
---
ALTER TABLE t ADD CONSTRAINT t_a NOT NULL a NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_a;
>>> locks: ACCESS EXCLUSIVE t, ACCESS EXCLUSIVE t1, SHARE UPDATE EXCLUSIVE t, SHARE UPDATE EXCLUSIVE t1
>>> scans: t1
>>> finds: may-not-fit-data, validate-in-same-transaction
=== foreign key not enforced since=18
CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, o int); CREATE INDEX t_o ON t (o);
---
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (o) REFERENCES o NOT ENFORCED;
>>> locks: SHARE ROW EXCLUSIVE o, SHARE ROW EXCLUSIVE t
=== foreign key enforced since=18
CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, o int); CREATE INDEX t_o ON t (o);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (o) REFERENCES o NOT ENFORCED;
---
ALTER TABLE t ALTER CONSTRAINT f ENFORCED;
>>> locks: ACCESS EXCLUSIVE t, SHARE ROW EXCLUSIVE o
>>> scans: o, t
>>> finds: add-foreign-key-scan, may-not-fit-data
=== virtual column with check since=18
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a * 2) VIRTUAL CHECK (b > 0);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> finds: add-column-with-constraint
=== partitioned foreign key not valid since=18
CREATE TABLE o (id int PRIMARY KEY);
CREATE TABLE t (id int, o int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (10);
CREATE INDEX t_o ON t (o);
---
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (o) REFERENCES o NOT VALID;
>>> locks: SHARE ROW EXCLUSIVE o, SHARE ROW EXCLUSIVE t, SHARE ROW EXCLUSIVE t1
=== check replaced by one of the same name
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT c CHECK (a > 0));
---
ALTER TABLE t DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (a > 5);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> drops: table constraint c on t
>>> finds: add-check-scan, may-not-fit-data
=== check replaced by one of the same name, not valid
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT c CHECK (a > 0));
---
ALTER TABLE t DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (a > 5) NOT VALID;
>>> locks: ACCESS EXCLUSIVE t
>>> drops: table constraint c on t
=== foreign key replaced by one of the same name
CREATE TABLE o (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, o int CONSTRAINT f REFERENCES o);
CREATE INDEX t_o ON t (o);
---
ALTER TABLE t DROP CONSTRAINT f, ADD CONSTRAINT f FOREIGN KEY (o) REFERENCES o ON DELETE CASCADE;
>>> locks: ACCESS EXCLUSIVE o, ACCESS EXCLUSIVE t
>>> scans: o, t
>>> drops: table constraint f on t
>>> finds: add-foreign-key-scan, may-not-fit-data
=== unique replaced by one of the same name
CREATE TABLE t (id int PRIMARY KEY, a int, b int, CONSTRAINT u UNIQUE (a));
---
ALTER TABLE t DROP CONSTRAINT u, ADD CONSTRAINT u UNIQUE (a, b);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> builds: u
>>> drops: table constraint u on t
>>> finds: add-unique-builds-index, drop-constraint, may-not-fit-data
=== primary key replaced by one of the same name
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
---
ALTER TABLE t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY (id, a);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> builds: t_pkey
>>> drops: table constraint t_pkey on t
>>> finds: add-primary-key-builds-index, drop-constraint, may-not-fit-data
=== index replaced by one of the same name in a block
CREATE TABLE t (id int PRIMARY KEY, a int, b int); CREATE INDEX t_a ON t (a);
---
DO $$ BEGIN DROP INDEX t_a; CREATE INDEX t_a ON t (a, b); END $$;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> builds: t_a
>>> drops: index t_a
>>> finds: drop-index-not-concurrent, index-not-concurrent
=== check in two statements of the same name
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT c CHECK (a > 0));
---
ALTER TABLE t DROP CONSTRAINT c;
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 5);
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> drops: table constraint c on t
>>> finds: add-check-scan, may-not-fit-data
=== unique index of a new table
CREATE TABLE t (id int PRIMARY KEY, a int);
---
CREATE TABLE n (id int PRIMARY KEY, a int);
CREATE UNIQUE INDEX n_a ON n (a) WHERE a > 0;
INSERT INTO n SELECT id, a FROM t;
>>> scans: t
=== quoted names
CREATE TABLE "Order Items" (id int PRIMARY KEY, "unit price" int, "Qty" varchar(10) NOT NULL);
CREATE INDEX "Price Idx" ON "Order Items" ("unit price");
---
ALTER TABLE "Order Items" ALTER COLUMN "unit price" SET NOT NULL;
CREATE INDEX "Order Items Idx" ON "Order Items" ("unit price");
ALTER TABLE "Order Items" ADD CONSTRAINT "Chk 1" CHECK ("unit price" > 0);
ALTER TABLE "Order Items" ALTER COLUMN "unit price" TYPE bigint;
ALTER TABLE "Order Items" ADD CONSTRAINT "Uq 1" UNIQUE ("unit price");
DROP INDEX "Price Idx";
ALTER TABLE "Order Items" RENAME COLUMN "Qty" TO "Quantity of It";
ALTER TABLE "Order Items" DROP COLUMN "Quantity of It";
>>> locks: ACCESS EXCLUSIVE "Order Items", SHARE "Order Items"
>>> rewrites: "Order Items"
>>> scans: "Order Items"
>>> builds: "Order Items Idx", "Uq 1"
>>> drops: index "Price Idx", table column "Order Items"."Quantity of It"
>>> finds: add-check-scan, add-unique-builds-index, column-type-rewrite, drop-column, drop-index-not-concurrent, index-not-concurrent, may-not-fit-data x3, set-not-null-scan
=== quoted not null
CREATE TABLE "Order Items" (id int PRIMARY KEY);
---
ALTER TABLE "Order Items" ADD COLUMN "The Day" date NOT NULL;
>>> locks: ACCESS EXCLUSIVE "Order Items"
>>> scans: "Order Items"
>>> finds: add-column-not-null
=== new table with an index for its foreign key
CREATE TABLE o (id int PRIMARY KEY);
---
CREATE TABLE n (id bigint PRIMARY KEY, o int NOT NULL REFERENCES o);
CREATE INDEX n_o ON n (o);
>>> locks: SHARE ROW EXCLUSIVE o
>>> finds: reference-locks-table
=== unique nulls not distinct since=15
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a) DEFERRABLE;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> builds: u
>>> finds: add-unique-builds-index, may-not-fit-data
=== unique deferrable using index
CREATE TABLE t (id int PRIMARY KEY, a int); CREATE UNIQUE INDEX t_a ON t (a);
---
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX t_a DEFERRABLE INITIALLY DEFERRED;
>>> locks: ACCESS EXCLUSIVE t
=== foreign key deferrable
CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, o int CONSTRAINT f REFERENCES o);
---
ALTER TABLE t ALTER CONSTRAINT f DEFERRABLE INITIALLY DEFERRED;
>>> locks: ACCESS EXCLUSIVE t
=== exclusion of a new table
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE n (r int4range, EXCLUDE USING gist (r WITH &&));
=== smallint identity in a new table
CREATE TABLE t (id int PRIMARY KEY);
---
CREATE TABLE n (id smallint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
>>> finds: narrow-key
=== validation of two constraints
CREATE TABLE o (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a int, o int);
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (o) REFERENCES o NOT VALID;
---
ALTER TABLE t VALIDATE CONSTRAINT c;
ALTER TABLE t VALIDATE CONSTRAINT f;
>>> locks: SHARE UPDATE EXCLUSIVE t
>>> scans: o, t
>>> finds: may-not-fit-data x2
=== constraint moved to a new table
CREATE TABLE o (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, o int CONSTRAINT f REFERENCES o);
CREATE TABLE o2 (id int PRIMARY KEY);
---
ALTER TABLE t DROP CONSTRAINT f;
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (o) REFERENCES o2 NOT VALID;
>>> locks: ACCESS EXCLUSIVE o, ACCESS EXCLUSIVE t, SHARE ROW EXCLUSIVE o2, SHARE ROW EXCLUSIVE t
>>> drops: table constraint f on t
>>> finds: drop-locks-referenced, foreign-key-without-index
=== not null in the same migration as a valid check
CREATE TABLE t (id int PRIMARY KEY, a int);
---
ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL);
ALTER TABLE t ALTER a SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT c;
>>> locks: ACCESS EXCLUSIVE t
>>> scans: t
>>> drops: table constraint c on t
>>> finds: add-check-scan, may-not-fit-data
