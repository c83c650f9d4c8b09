=== an index
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b);
>>>
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.a USING btree (b);
<<<
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;
=== two indexes with comments
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b); CREATE UNIQUE INDEX j ON a (id) WHERE id > 0; COMMENT ON INDEX i IS 'fast';
>>> [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.a USING btree (b);

COMMENT ON INDEX shop.i IS 'fast';

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS j ON shop.a USING btree (id) WHERE (id > 0);
<<<
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.j;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;
=== an index on a new table
CREATE TABLE a (id int PRIMARY KEY);
---
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL CONSTRAINT fk REFERENCES a, c text CHECK (c <> '')); CREATE INDEX i ON b (a);
>>>
CREATE TABLE shop.b (
    id integer NOT NULL,
    a integer NOT NULL,
    c text
);

CREATE INDEX i ON shop.b USING btree (a);

ALTER TABLE shop.b
    ADD CONSTRAINT b_pkey PRIMARY KEY (id);

ALTER TABLE shop.b
    ADD CONSTRAINT b_c_check CHECK ((c <> ''::text));

ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES shop.a(id);
<<<
ALTER TABLE shop.b
    DROP CONSTRAINT fk;

-- hazard DATA_LOSS: All rows of shop.b are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.b fails.
DROP TABLE shop.b;
=== an index goes
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b); COMMENT ON INDEX i IS 'fast';
---
CREATE TABLE a (id int, b text);
>>>
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;
<<< [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.a USING btree (b);

COMMENT ON INDEX shop.i IS 'fast';
=== an index goes with its column
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b);
---
CREATE TABLE a (id int);
>>>
DROP INDEX shop.i;

-- hazard DATA_LOSS: All values of shop.a.b are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.a.b fails.
ALTER TABLE ONLY shop.a
    DROP COLUMN b;
<<<
ALTER TABLE shop.a
    ADD COLUMN b text;

-- hazard LOCK: Nobody can write to shop.a until the index is built.
CREATE INDEX i ON shop.a USING btree (b);
=== another index under the same name
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b); COMMENT ON INDEX i IS 'old';
---
CREATE TABLE a (id int, b text); CREATE UNIQUE INDEX i ON a (b, id) WHERE id > 0; COMMENT ON INDEX i IS 'new';
>>> [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY i_new ON shop.a USING btree (b, id) WHERE (id > 0);

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;

ALTER INDEX IF EXISTS shop.i_new RENAME TO i;

COMMENT ON INDEX shop.i IS 'new';
<<< [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY i_new ON shop.a USING btree (b);

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;

ALTER INDEX IF EXISTS shop.i_new RENAME TO i;

COMMENT ON INDEX shop.i IS 'old';
=== an index whose column gets another type
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b text_pattern_ops);
---
CREATE TABLE a (id int, b varchar(20)); CREATE INDEX i ON a (b varchar_pattern_ops, id);
>>>
DROP INDEX shop.i;

-- hazard REWRITE: The whole of shop.a is written anew while nobody can use it.
-- hazard DATA_DEPENDENT: Fails if a value of shop.a.b is none of the new character varying(20).
-- hazard BACKWARD_INCOMPATIBLE: Whoever reads or writes text in shop.a.b may fail.
ALTER TABLE shop.a
    ALTER COLUMN b TYPE character varying(20);
<<<
ALTER TABLE shop.a
    ALTER COLUMN b TYPE text USING b::text;

-- hazard LOCK: Nobody can write to shop.a until the index is built.
CREATE INDEX i ON shop.a USING btree (b text_pattern_ops);
>>> indexes
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.a USING btree (b varchar_pattern_ops, id);
<<<
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;
=== an index on a partitioned table
CREATE TABLE a (id int, b text) PARTITION BY RANGE (id); CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (100);
---
CREATE TABLE a (id int, b text) PARTITION BY RANGE (id); CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (100); CREATE INDEX i ON a (b);
>>>
-- table shop.a

CREATE INDEX i ON ONLY shop.a USING btree (b);

-- table shop.a1

-- hazard LOCK: Nobody can write to shop.a1 until the index is built.
CREATE INDEX IF NOT EXISTS a1_b_idx ON shop.a1 USING btree (b);

-- table shop.a

ALTER INDEX shop.i ATTACH PARTITION shop.a1_b_idx;
<<<
DROP INDEX shop.i;
=== an index on a materialized view
CREATE TABLE a (id int, b text); CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
---
CREATE TABLE a (id int, b text); CREATE MATERIALIZED VIEW m AS SELECT id FROM a; CREATE UNIQUE INDEX i ON m (id);
>>>
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.m USING btree (id);
<<<
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;
=== a check
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text, CONSTRAINT c CHECK (length(b) > 2 OR id > 5)); COMMENT ON CONSTRAINT c ON a IS 'why';
>>>
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a
    ADD CONSTRAINT c CHECK (((length(b) > 2) OR (id > 5))) NOT VALID;

COMMENT ON CONSTRAINT c ON shop.a IS 'why';
<<<
ALTER TABLE shop.a DROP CONSTRAINT c;
>>> validate
-- hazard DATA_DEPENDENT: Fails if a row of shop.a does not meet it.
ALTER TABLE shop.a VALIDATE CONSTRAINT c;
<<<
ALTER TABLE shop.a DROP CONSTRAINT c;

ALTER TABLE shop.a
    ADD CONSTRAINT c CHECK (((length(b) > 2) OR (id > 5))) NOT VALID;

COMMENT ON CONSTRAINT c ON shop.a IS 'why';
=== another check under the same name
CREATE TABLE a (id int, CONSTRAINT c CHECK (id > 0));
---
CREATE TABLE a (id int, CONSTRAINT c CHECK (id > 1));
>>>
ALTER TABLE shop.a
    DROP CONSTRAINT c;

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a
    ADD CONSTRAINT c CHECK ((id > 1)) NOT VALID;
<<<
ALTER TABLE shop.a DROP CONSTRAINT c;

-- hazard DATA_DEPENDENT: Fails if a row of shop.a does not meet it.
-- hazard LOCK: Reads all of shop.a while nobody can write to it.
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a
    ADD CONSTRAINT c CHECK ((id > 0));
>>> validate
-- hazard DATA_DEPENDENT: Fails if a row of shop.a does not meet it.
ALTER TABLE shop.a VALIDATE CONSTRAINT c;
<<<
ALTER TABLE shop.a DROP CONSTRAINT c;

ALTER TABLE shop.a
    ADD CONSTRAINT c CHECK ((id > 1)) NOT VALID;
=== a foreign key
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int);
---
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int CONSTRAINT fk REFERENCES a ON DELETE CASCADE DEFERRABLE);
>>>
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES shop.a(id) ON DELETE CASCADE DEFERRABLE NOT VALID;
<<<
ALTER TABLE shop.b DROP CONSTRAINT fk;
>>> validate
-- hazard DATA_DEPENDENT: Fails if a row of shop.b does not meet it.
ALTER TABLE shop.b VALIDATE CONSTRAINT fk;
<<<
ALTER TABLE shop.b DROP CONSTRAINT fk;

ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES shop.a(id) ON DELETE CASCADE DEFERRABLE NOT VALID;
=== a foreign key of a new column
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int);
---
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int, a int CONSTRAINT fk REFERENCES a ON DELETE SET NULL); COMMENT ON COLUMN b.a IS 'whose'; COMMENT ON CONSTRAINT fk ON b IS 'why';
>>>
ALTER TABLE shop.b
    ADD COLUMN a integer CONSTRAINT fk REFERENCES shop.a(id) ON DELETE SET NULL;

COMMENT ON COLUMN shop.b.a IS 'whose';

COMMENT ON CONSTRAINT fk ON shop.b IS 'why';
<<<
ALTER TABLE shop.b
    DROP CONSTRAINT fk;

-- hazard DATA_LOSS: All values of shop.b.a are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.b.a fails.
ALTER TABLE ONLY shop.b
    DROP COLUMN a;
=== a foreign key of a new column that has values
CREATE TABLE a (id int PRIMARY KEY); CREATE DOMAIN d AS int DEFAULT 1; CREATE TABLE b (id int);
---
CREATE TABLE a (id int PRIMARY KEY); CREATE DOMAIN d AS int DEFAULT 1; CREATE TABLE b (id int, a d CONSTRAINT fk REFERENCES a);
>>>
ALTER TABLE shop.b
    ADD COLUMN a shop.d;

ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES shop.a(id) NOT VALID;
<<<
ALTER TABLE shop.b DROP CONSTRAINT fk;

-- hazard DATA_LOSS: All values of shop.b.a are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.b.a fails.
ALTER TABLE ONLY shop.b
    DROP COLUMN a;
>>> validate
-- hazard DATA_DEPENDENT: Fails if a row of shop.b does not meet it.
ALTER TABLE shop.b VALIDATE CONSTRAINT fk;
<<<
ALTER TABLE shop.b DROP CONSTRAINT fk;

ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES shop.a(id) NOT VALID;
=== a foreign key of a new column to a new table
CREATE TABLE b (id int);
---
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int, a int CONSTRAINT fk REFERENCES a);
>>>
-- table shop.a

CREATE TABLE shop.a (
    id integer NOT NULL
);

-- table shop.b

ALTER TABLE shop.b
    ADD COLUMN a integer;

-- table shop.a

ALTER TABLE shop.a
    ADD CONSTRAINT a_pkey PRIMARY KEY (id);

-- table shop.b

ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES shop.a(id) NOT VALID;
<<<
-- table shop.b

ALTER TABLE shop.b DROP CONSTRAINT fk;

-- hazard DATA_LOSS: All values of shop.b.a are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.b.a fails.
ALTER TABLE ONLY shop.b
    DROP COLUMN a;

-- table shop.a

-- hazard DATA_LOSS: All rows of shop.a are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.a fails.
DROP TABLE shop.a;
>>> validate
-- hazard DATA_DEPENDENT: Fails if a row of shop.b does not meet it.
ALTER TABLE shop.b VALIDATE CONSTRAINT fk;
<<<
ALTER TABLE shop.b DROP CONSTRAINT fk;

ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES shop.a(id) NOT VALID;
=== a foreign key of a partitioned table
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int) PARTITION BY LIST (a); CREATE TABLE b1 PARTITION OF b DEFAULT;
---
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int CONSTRAINT fk REFERENCES a) PARTITION BY LIST (a); CREATE TABLE b1 PARTITION OF b DEFAULT;
>>>
-- hazard DATA_DEPENDENT: Fails if a row of shop.b does not meet it.
-- hazard LOCK: Reads all of shop.b while nobody can write to it.
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES shop.a(id);
<<<
ALTER TABLE shop.b
    DROP CONSTRAINT fk;
=== a check of a partitioned table
CREATE TABLE b (a int) PARTITION BY LIST (a); CREATE TABLE b1 PARTITION OF b DEFAULT;
---
CREATE TABLE b (a int CONSTRAINT c CHECK (a > 0)) PARTITION BY LIST (a); CREATE TABLE b1 PARTITION OF b DEFAULT;
>>>
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.b
    ADD CONSTRAINT c CHECK ((a > 0)) NOT VALID;
<<<
ALTER TABLE shop.b DROP CONSTRAINT c;
>>> validate
-- hazard DATA_DEPENDENT: Fails if a row of shop.b does not meet it.
ALTER TABLE shop.b VALIDATE CONSTRAINT c;
<<<
ALTER TABLE shop.b DROP CONSTRAINT c;

ALTER TABLE shop.b
    ADD CONSTRAINT c CHECK ((a > 0)) NOT VALID;
=== an index under a name that would be in the way
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b); CREATE INDEX i_new ON a (id);
---
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b, id); CREATE INDEX i_new ON a (id);
>>>
DROP INDEX shop.i;

-- hazard LOCK: Nobody can write to shop.a until the index is built.
CREATE INDEX i ON shop.a USING btree (b, id);
<<<
DROP INDEX shop.i;

-- hazard LOCK: Nobody can write to shop.a until the index is built.
CREATE INDEX i ON shop.a USING btree (b);
=== a check of a domain
CREATE DOMAIN d AS int; CREATE TABLE a (x d);
---
CREATE DOMAIN d AS int CONSTRAINT c CHECK (VALUE > 0); CREATE TABLE a (x d);
>>>
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER DOMAIN shop.d
    ADD CONSTRAINT c CHECK ((VALUE > 0)) NOT VALID;
<<<
ALTER DOMAIN shop.d DROP CONSTRAINT c;
>>> validate
-- hazard DATA_DEPENDENT: Fails if a row of shop.d does not meet it.
ALTER DOMAIN shop.d VALIDATE CONSTRAINT c;
<<<
ALTER DOMAIN shop.d DROP CONSTRAINT c;

ALTER DOMAIN shop.d
    ADD CONSTRAINT c CHECK ((VALUE > 0)) NOT VALID;
=== not null
CREATE TABLE a (id int, "Full name" text);
---
CREATE TABLE a (id int NOT NULL, "Full name" text NOT NULL);
>>>
-- hazard BACKWARD_INCOMPATIBLE: Rows without shop.a.id are refused from now on.
ALTER TABLE shop.a ADD CONSTRAINT not_null_id CHECK (id IS NOT NULL) NOT VALID;

-- hazard BACKWARD_INCOMPATIBLE: Rows without shop.a."Full name" are refused from now on.
ALTER TABLE shop.a ADD CONSTRAINT "not_null_Full name" CHECK ("Full name" IS NOT NULL) NOT VALID;
<<<
ALTER TABLE shop.a DROP CONSTRAINT "not_null_Full name";

ALTER TABLE shop.a DROP CONSTRAINT not_null_id;
>>> validate
-- hazard DATA_DEPENDENT: Fails if shop.a.id is null in any row.
ALTER TABLE shop.a VALIDATE CONSTRAINT not_null_id;

-- hazard DATA_DEPENDENT: Fails if shop.a."Full name" is null in any row.
ALTER TABLE shop.a VALIDATE CONSTRAINT "not_null_Full name";

ALTER TABLE shop.a ALTER COLUMN id SET NOT NULL;

ALTER TABLE shop.a DROP CONSTRAINT not_null_id;

ALTER TABLE shop.a ALTER COLUMN "Full name" SET NOT NULL;

ALTER TABLE shop.a DROP CONSTRAINT "not_null_Full name";
<<<
ALTER TABLE shop.a ADD CONSTRAINT "not_null_Full name" CHECK ("Full name" IS NOT NULL) NOT VALID;

ALTER TABLE shop.a ALTER COLUMN "Full name" DROP NOT NULL;

ALTER TABLE shop.a ADD CONSTRAINT not_null_id CHECK (id IS NOT NULL) NOT VALID;

ALTER TABLE shop.a ALTER COLUMN id DROP NOT NULL;
=== not null with a default
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text NOT NULL DEFAULT 'x');
>>>
ALTER TABLE ONLY shop.a
    ALTER COLUMN b SET DEFAULT 'x'::text;

-- hazard BACKWARD_INCOMPATIBLE: Rows without shop.a.b are refused from now on.
ALTER TABLE shop.a ADD CONSTRAINT not_null_b CHECK (b IS NOT NULL) NOT VALID;
<<<
ALTER TABLE shop.a DROP CONSTRAINT not_null_b;

ALTER TABLE ONLY shop.a
    ALTER COLUMN b DROP DEFAULT;
>>> validate
-- hazard DATA_DEPENDENT: Fails if shop.a.b is null in any row.
ALTER TABLE shop.a VALIDATE CONSTRAINT not_null_b;

-- hazard IRREVERSIBLE: Rows without a value get the default, and the way back leaves it there.
-- hazard LOCK: The rows that it changes are locked until the script ends.
UPDATE shop.a
    SET b = DEFAULT WHERE b IS NULL;

ALTER TABLE shop.a ALTER COLUMN b SET NOT NULL;

ALTER TABLE shop.a DROP CONSTRAINT not_null_b;
<<<
ALTER TABLE shop.a ADD CONSTRAINT not_null_b CHECK (b IS NOT NULL) NOT VALID;

ALTER TABLE shop.a ALTER COLUMN b DROP NOT NULL;
=== not null that a check has proven
CREATE TABLE a (id int, CONSTRAINT c CHECK (id IS NOT NULL));
---
CREATE TABLE a (id int NOT NULL);
>>>
-- hazard BACKWARD_INCOMPATIBLE: Rows without shop.a.id are refused from now on.
ALTER TABLE shop.a
    ALTER COLUMN id SET NOT NULL;

ALTER TABLE shop.a
    DROP CONSTRAINT c;
<<<
-- hazard DATA_DEPENDENT: Fails if a row of shop.a does not meet it.
-- hazard LOCK: Reads all of shop.a while nobody can write to it.
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a
    ADD CONSTRAINT c CHECK ((id IS NOT NULL));

ALTER TABLE ONLY shop.a
    ALTER COLUMN id DROP NOT NULL;
=== a new column that may not be null
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, x int NOT NULL DEFAULT 0 CONSTRAINT c CHECK (x >= 0));
>>>
ALTER TABLE shop.a
    ADD COLUMN x integer DEFAULT 0 NOT NULL;

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a
    ADD CONSTRAINT c CHECK ((x >= 0)) NOT VALID;
<<<
ALTER TABLE shop.a DROP CONSTRAINT c;

-- hazard DATA_LOSS: All values of shop.a.x are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.a.x fails.
ALTER TABLE ONLY shop.a
    DROP COLUMN x;
>>> validate
-- hazard DATA_DEPENDENT: Fails if a row of shop.a does not meet it.
ALTER TABLE shop.a VALIDATE CONSTRAINT c;
<<<
ALTER TABLE shop.a DROP CONSTRAINT c;

ALTER TABLE shop.a
    ADD CONSTRAINT c CHECK ((x >= 0)) NOT VALID;
=== unique
CREATE TABLE a (id int, x int);
---
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE (id, x)); COMMENT ON CONSTRAINT u ON a IS 'one each';
>>> [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS u ON shop.a USING btree (id, x);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'shop.a'::regclass AND conname = 'u') THEN
        ALTER TABLE shop.a ADD CONSTRAINT u UNIQUE USING INDEX u;
    END IF;
END $$;

COMMENT ON CONSTRAINT u ON shop.a IS 'one each';
<<<
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS u;
=== unique, deferrable and with more columns
CREATE TABLE a (id int, x int);
---
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE (id) INCLUDE (x) DEFERRABLE INITIALLY DEFERRED);
>>> [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS u ON shop.a USING btree (id) INCLUDE (x);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'shop.a'::regclass AND conname = 'u') THEN
        ALTER TABLE shop.a ADD CONSTRAINT u UNIQUE USING INDEX u DEFERRABLE INITIALLY DEFERRED;
    END IF;
END $$;
<<<
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS u;
=== unique where null is like null since=15
CREATE TABLE a (id int, x int);
---
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (id));
>>> [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS u ON shop.a USING btree (id) NULLS NOT DISTINCT;

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'shop.a'::regclass AND conname = 'u') THEN
        ALTER TABLE shop.a ADD CONSTRAINT u UNIQUE USING INDEX u;
    END IF;
END $$;
<<<
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS u;
=== unique over other columns
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE (id));
---
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE (id, x));
>>> [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.u_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY u_new ON shop.a USING btree (id, x);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS u, ADD CONSTRAINT u UNIQUE USING INDEX u_new;
<<< [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.u_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY u_new ON shop.a USING btree (id);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS u, ADD CONSTRAINT u UNIQUE USING INDEX u_new;
=== unique becomes an index
CREATE TABLE a (id int, CONSTRAINT u UNIQUE (id));
---
CREATE TABLE a (id int); CREATE UNIQUE INDEX u ON a (id) WHERE id > 0;
>>> [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.u_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY u_new ON shop.a USING btree (id) WHERE (id > 0);

ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS u;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.u;

ALTER INDEX IF EXISTS shop.u_new RENAME TO u;
<<< [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.u_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY u_new ON shop.a USING btree (id);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
DO $$
BEGIN
    ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS u;
    DROP INDEX IF EXISTS shop.u;
    ALTER TABLE shop.a ADD CONSTRAINT u UNIQUE USING INDEX u_new;
END $$;
=== an index becomes unique
CREATE TABLE a (id int); CREATE INDEX u ON a (id);
---
CREATE TABLE a (id int, CONSTRAINT u UNIQUE (id));
>>> [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.u_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY u_new ON shop.a USING btree (id);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
DO $$
BEGIN
    ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS u;
    DROP INDEX IF EXISTS shop.u;
    ALTER TABLE shop.a ADD CONSTRAINT u UNIQUE USING INDEX u_new;
END $$;
<<< [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.u_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY u_new ON shop.a USING btree (id);

ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS u;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.u;

ALTER INDEX IF EXISTS shop.u_new RENAME TO u;
=== exclusion
CREATE TABLE a (d tsrange);
---
CREATE TABLE a (d tsrange, CONSTRAINT e EXCLUDE USING gist (d WITH &&));
>>>
-- hazard DATA_DEPENDENT: Fails if a row of shop.a does not meet it.
-- hazard LOCK: Reads all of shop.a while nobody can write to it.
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a
    ADD CONSTRAINT e EXCLUDE USING gist (d WITH &&);
<<<
ALTER TABLE shop.a
    DROP CONSTRAINT e;
=== a primary key
CREATE TABLE a (id int NOT NULL);
---
CREATE TABLE a (id int PRIMARY KEY);
>>> [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS a_pkey ON shop.a USING btree (id);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'shop.a'::regclass AND conname = 'a_pkey') THEN
        ALTER TABLE shop.a ADD CONSTRAINT a_pkey PRIMARY KEY USING INDEX a_pkey;
    END IF;
END $$;
<<<
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS a_pkey;
=== a primary key on what may be null
CREATE TABLE a (id int);
---
CREATE TABLE a (id int PRIMARY KEY);
>>>
-- hazard BACKWARD_INCOMPATIBLE: Rows without shop.a.id are refused from now on.
ALTER TABLE shop.a ADD CONSTRAINT not_null_id CHECK (id IS NOT NULL) NOT VALID;
<<<
ALTER TABLE shop.a DROP CONSTRAINT not_null_id;
>>> validate
-- hazard DATA_DEPENDENT: Fails if shop.a.id is null in any row.
ALTER TABLE shop.a VALIDATE CONSTRAINT not_null_id;

ALTER TABLE shop.a ALTER COLUMN id SET NOT NULL;

ALTER TABLE shop.a DROP CONSTRAINT not_null_id;
<<<
ALTER TABLE shop.a ADD CONSTRAINT not_null_id CHECK (id IS NOT NULL) NOT VALID;

ALTER TABLE shop.a ALTER COLUMN id DROP NOT NULL;
>>> indexes [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS a_pkey ON shop.a USING btree (id);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'shop.a'::regclass AND conname = 'a_pkey') THEN
        ALTER TABLE shop.a ADD CONSTRAINT a_pkey PRIMARY KEY USING INDEX a_pkey;
    END IF;
END $$;
<<<
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS a_pkey;
=== a primary key on other columns
CREATE TABLE a (id int, x int, CONSTRAINT pk PRIMARY KEY (id));
---
CREATE TABLE a (id int NOT NULL, x int, CONSTRAINT pk PRIMARY KEY (x));
>>>
-- hazard BACKWARD_INCOMPATIBLE: Rows without shop.a.x are refused from now on.
ALTER TABLE shop.a ADD CONSTRAINT not_null_x CHECK (x IS NOT NULL) NOT VALID;
<<<
ALTER TABLE shop.a DROP CONSTRAINT not_null_x;
>>> validate
-- hazard DATA_DEPENDENT: Fails if shop.a.x is null in any row.
ALTER TABLE shop.a VALIDATE CONSTRAINT not_null_x;

ALTER TABLE shop.a ALTER COLUMN x SET NOT NULL;

ALTER TABLE shop.a DROP CONSTRAINT not_null_x;
<<<
ALTER TABLE shop.a ADD CONSTRAINT not_null_x CHECK (x IS NOT NULL) NOT VALID;

ALTER TABLE shop.a ALTER COLUMN x DROP NOT NULL;
>>> indexes [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.pk_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY pk_new ON shop.a USING btree (x);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS pk, ADD CONSTRAINT pk PRIMARY KEY USING INDEX pk_new;
<<< [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.pk_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY pk_new ON shop.a USING btree (id);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS pk, ADD CONSTRAINT pk PRIMARY KEY USING INDEX pk_new;
=== a primary key under another name
CREATE TABLE a (id int, x int NOT NULL, CONSTRAINT one PRIMARY KEY (id));
---
CREATE TABLE a (id int NOT NULL, x int NOT NULL, CONSTRAINT two PRIMARY KEY (id, x));
>>> [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS two ON shop.a USING btree (id, x);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'shop.a'::regclass AND conname = 'two') THEN
        ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS one, ADD CONSTRAINT two PRIMARY KEY USING INDEX two;
    END IF;
END $$;
<<< [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS one ON shop.a USING btree (id);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'shop.a'::regclass AND conname = 'one') THEN
        ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS two, ADD CONSTRAINT one PRIMARY KEY USING INDEX one;
    END IF;
END $$;
=== a primary key to which others refer, on another column
CREATE TABLE a (id int, x int NOT NULL UNIQUE, CONSTRAINT pk PRIMARY KEY (id)); CREATE TABLE b (x int CONSTRAINT fk REFERENCES a (id));
---
CREATE TABLE a (id int NOT NULL, x int NOT NULL, CONSTRAINT pk PRIMARY KEY (x)); CREATE TABLE b (x int CONSTRAINT fk REFERENCES a (x));
>>>
-- table shop.a

ALTER TABLE shop.a
    DROP CONSTRAINT a_x_key;

-- table shop.b

ALTER TABLE shop.b
    DROP CONSTRAINT fk;
<<<
-- table shop.a

-- hazard DATA_DEPENDENT: Fails if a row of shop.a does not meet it.
-- hazard LOCK: Reads all of shop.a while nobody can write to it.
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a
    ADD CONSTRAINT a_x_key UNIQUE (x);

-- table shop.b

-- hazard DATA_DEPENDENT: Fails if a row of shop.b does not meet it.
-- hazard LOCK: Reads all of shop.b while nobody can write to it.
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (x) REFERENCES shop.a(id);
>>> indexes [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.pk_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY pk_new ON shop.a USING btree (x);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS pk, ADD CONSTRAINT pk PRIMARY KEY USING INDEX pk_new;
<<< [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.pk_new;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY pk_new ON shop.a USING btree (id);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS pk, ADD CONSTRAINT pk PRIMARY KEY USING INDEX pk_new;
>>> references
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (x) REFERENCES shop.a(x) NOT VALID;
<<<
ALTER TABLE shop.b DROP CONSTRAINT fk;
>>> validate references
-- hazard DATA_DEPENDENT: Fails if a row of shop.b does not meet it.
ALTER TABLE shop.b VALIDATE CONSTRAINT fk;
<<<
ALTER TABLE shop.b DROP CONSTRAINT fk;

ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (x) REFERENCES shop.a(x) NOT VALID;
=== unique, and a foreign key to it
CREATE TABLE a (id int PRIMARY KEY, code text); CREATE TABLE b (id int);
---
CREATE TABLE a (id int PRIMARY KEY, code text CONSTRAINT u UNIQUE); CREATE TABLE b (id int, code text CONSTRAINT fk REFERENCES a (code)); COMMENT ON CONSTRAINT fk ON b IS 'by code';
>>>
ALTER TABLE shop.b
    ADD COLUMN code text;
<<<
-- hazard DATA_LOSS: All values of shop.b.code are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.b.code fails.
ALTER TABLE ONLY shop.b
    DROP COLUMN code;
>>> indexes [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS u ON shop.a USING btree (code);

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'shop.a'::regclass AND conname = 'u') THEN
        ALTER TABLE shop.a ADD CONSTRAINT u UNIQUE USING INDEX u;
    END IF;
END $$;
<<<
ALTER TABLE shop.a DROP CONSTRAINT IF EXISTS u;
>>> references
ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (code) REFERENCES shop.a(code) NOT VALID;

COMMENT ON CONSTRAINT fk ON shop.b IS 'by code';
<<<
ALTER TABLE shop.b DROP CONSTRAINT fk;
>>> validate references
-- hazard DATA_DEPENDENT: Fails if a row of shop.b does not meet it.
ALTER TABLE shop.b VALIDATE CONSTRAINT fk;
<<<
ALTER TABLE shop.b DROP CONSTRAINT fk;

ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (code) REFERENCES shop.a(code) NOT VALID;

COMMENT ON CONSTRAINT fk ON shop.b IS 'by code';
=== a new column with everything on it
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);
---
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL DEFAULT 1, n text, CONSTRAINT fk FOREIGN KEY (a) REFERENCES a, CONSTRAINT c CHECK (n <> '')); CREATE INDEX i ON b (a); COMMENT ON COLUMN b.n IS 'its name';
>>>
ALTER TABLE shop.b
    ADD COLUMN a integer DEFAULT 1 NOT NULL;

ALTER TABLE shop.b
    ADD COLUMN n text;

COMMENT ON COLUMN shop.b.n IS 'its name';

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.b
    ADD CONSTRAINT c CHECK ((n <> ''::text)) NOT VALID;

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES shop.a(id) NOT VALID;
<<<
ALTER TABLE shop.b DROP CONSTRAINT fk;

ALTER TABLE shop.b DROP CONSTRAINT c;

-- hazard DATA_LOSS: All values of shop.b.a are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.b.a fails.
ALTER TABLE ONLY shop.b
    DROP COLUMN a;

-- hazard DATA_LOSS: All values of shop.b.n are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.b.n fails.
ALTER TABLE ONLY shop.b
    DROP COLUMN n;
>>> validate
-- hazard DATA_DEPENDENT: Fails if a row of shop.b does not meet it.
ALTER TABLE shop.b VALIDATE CONSTRAINT c;

-- hazard DATA_DEPENDENT: Fails if a row of shop.b does not meet it.
ALTER TABLE shop.b VALIDATE CONSTRAINT fk;
<<<
ALTER TABLE shop.b DROP CONSTRAINT fk;

ALTER TABLE shop.b
    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES shop.a(id) NOT VALID;

ALTER TABLE shop.b DROP CONSTRAINT c;

ALTER TABLE shop.b
    ADD CONSTRAINT c CHECK ((n <> ''::text)) NOT VALID;
>>> indexes
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.b USING btree (a);
<<<
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;
=== a renamed table with a new index and a renamed column that is not null
*** table shop old -> a
*** column shop.a x -> y
CREATE TABLE old (id int, x int);
---
CREATE TABLE a (id int, y int NOT NULL); CREATE INDEX i ON a (y);
>>>
-- table shop.old

-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses the old name fails.
ALTER TABLE shop.old RENAME TO a;

-- table shop.a

-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses the old name fails.
ALTER TABLE shop.a RENAME COLUMN x TO y;

-- hazard BACKWARD_INCOMPATIBLE: Rows without shop.a.y are refused from now on.
ALTER TABLE shop.a ADD CONSTRAINT not_null_y CHECK (y IS NOT NULL) NOT VALID;
<<<
-- table shop.a

ALTER TABLE shop.a DROP CONSTRAINT not_null_y;

-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses the old name fails.
ALTER TABLE shop.a RENAME TO old;

-- table shop.old

-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses the old name fails.
ALTER TABLE shop.old RENAME COLUMN y TO x;
>>> validate
-- hazard DATA_DEPENDENT: Fails if shop.a.y is null in any row.
ALTER TABLE shop.a VALIDATE CONSTRAINT not_null_y;

ALTER TABLE shop.a ALTER COLUMN y SET NOT NULL;

ALTER TABLE shop.a DROP CONSTRAINT not_null_y;
<<<
ALTER TABLE shop.a ADD CONSTRAINT not_null_y CHECK (y IS NOT NULL) NOT VALID;

ALTER TABLE shop.a ALTER COLUMN y DROP NOT NULL;
>>> indexes
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.a USING btree (y);
<<<
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;
=== a value that is used at once
CREATE TYPE s AS ENUM ('one'); CREATE TABLE a (id int, s s);
---
CREATE TYPE s AS ENUM ('one', 'two'); CREATE TABLE a (id int, s s DEFAULT 'two'); CREATE INDEX i ON a (s) WHERE s = 'two';
>>>
-- hazard NON_TRANSACTIONAL: The value 'two' is used by what follows, and PostgreSQL wants it committed before.
ALTER TYPE shop.s
    ADD VALUE 'two' AFTER 'one';
<<<
-- type shop.s

ALTER TYPE shop.s RENAME TO s_before_migration;

CREATE TYPE shop.s AS ENUM ('one');

-- table shop.a

-- hazard REWRITE: The whole of shop.a is written anew while nobody can use it.
-- hazard DATA_DEPENDENT: Fails if a value of shop.a.s is none of the new shop.s.
-- hazard BACKWARD_INCOMPATIBLE: Whoever reads or writes shop.s in shop.a.s may fail.
ALTER TABLE shop.a ALTER COLUMN s TYPE shop.s USING s::text::shop.s;

-- type shop.s

DROP TYPE shop.s_before_migration;
>>> continued
ALTER TABLE ONLY shop.a
    ALTER COLUMN s SET DEFAULT 'two'::shop.s;
<<<
ALTER TABLE ONLY shop.a
    ALTER COLUMN s DROP DEFAULT;
>>> indexes
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.a USING btree (s) WHERE (s = 'two'::shop.s);
<<<
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;
=== a value that goes, and its default
CREATE TYPE s AS ENUM ('one', 'two'); CREATE TABLE a (id int, s s DEFAULT 'two');
---
CREATE TYPE s AS ENUM ('one'); CREATE TABLE a (id int, s s DEFAULT 'one');
>>>
-- table shop.a

ALTER TABLE shop.a ALTER COLUMN s DROP DEFAULT;

-- type shop.s

ALTER TYPE shop.s RENAME TO s_before_migration;

CREATE TYPE shop.s AS ENUM ('one');

-- table shop.a

-- hazard REWRITE: The whole of shop.a is written anew while nobody can use it.
-- hazard DATA_DEPENDENT: Fails if a value of shop.a.s is none of the new shop.s.
-- hazard BACKWARD_INCOMPATIBLE: Whoever reads or writes shop.s in shop.a.s may fail.
ALTER TABLE shop.a ALTER COLUMN s TYPE shop.s USING s::text::shop.s;

-- type shop.s

DROP TYPE shop.s_before_migration;

-- table shop.a

ALTER TABLE ONLY shop.a
    ALTER COLUMN s SET DEFAULT 'one'::shop.s;
<<< [executeInTransaction=false]
-- type shop.s

-- hazard NON_TRANSACTIONAL: The value 'two' is used by what follows, and PostgreSQL wants it committed before.
ALTER TYPE shop.s
    ADD VALUE IF NOT EXISTS 'two' AFTER 'one';

BEGIN;

-- table shop.a

ALTER TABLE ONLY shop.a
    ALTER COLUMN s SET DEFAULT 'two'::shop.s;

COMMIT;
=== an identity
CREATE TABLE a (id int NOT NULL, x int);
---
CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY, x int);
>>>
-- table shop.a

-- hazard BACKWARD_INCOMPATIBLE: Whoever still gives shop.a.id its numbers fails.
ALTER TABLE shop.a
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME shop.a_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MAXVALUE
    NO MINVALUE
    CACHE 1
);

-- sequence shop.a_id_seq

SELECT setval('shop.a_id_seq', max(id)) FROM shop.a HAVING max(id) >= 1;
<<<
-- hazard BACKWARD_INCOMPATIBLE: Rows without shop.a.id are refused from now on.
ALTER TABLE shop.a
    ALTER COLUMN id DROP IDENTITY;
=== an index that marks rows for replication
CREATE TABLE a (id int NOT NULL);
---
CREATE TABLE a (id int NOT NULL); CREATE UNIQUE INDEX i ON a (id); ALTER TABLE a REPLICA IDENTITY USING INDEX i;
>>>
-- hazard LOCK: Nobody can write to shop.a until the index is built.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX i ON shop.a USING btree (id);

ALTER TABLE ONLY shop.a REPLICA IDENTITY USING INDEX i;
<<<
DROP INDEX shop.i;
=== a view that needs the new key since=16
CREATE TABLE a (id int NOT NULL, x int);
---
CREATE TABLE a (id int PRIMARY KEY, x int); CREATE INDEX i ON a (x); CREATE VIEW v AS SELECT id, x FROM a GROUP BY id;
>>>
-- table shop.a

-- hazard DATA_DEPENDENT: Fails if a row of shop.a does not meet it.
-- hazard LOCK: Reads all of shop.a while nobody can write to it.
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop.a
    ADD CONSTRAINT a_pkey PRIMARY KEY (id);

-- view shop.v

CREATE VIEW shop.v AS
    SELECT id,
    x
   FROM shop.a
  GROUP BY id;
<<<
-- view shop.v

-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.v fails.
DROP VIEW shop.v;

-- table shop.a

ALTER TABLE shop.a
    DROP CONSTRAINT a_pkey;
>>> indexes
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.a USING btree (x);
<<<
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;
=== names that need quotes
CREATE TABLE "A b" (id int, "C d" text);
---
CREATE TABLE "A b" (id int, "C d" text CONSTRAINT "E f" UNIQUE CONSTRAINT "G h" CHECK ("C d" <> '')); CREATE INDEX "I j" ON "A b" ("C d");
>>>
-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
ALTER TABLE shop."A b"
    ADD CONSTRAINT "G h" CHECK (("C d" <> ''::text)) NOT VALID;
<<<
ALTER TABLE shop."A b" DROP CONSTRAINT "G h";
>>> validate
-- hazard DATA_DEPENDENT: Fails if a row of shop."A b" does not meet it.
ALTER TABLE shop."A b" VALIDATE CONSTRAINT "G h";
<<<
ALTER TABLE shop."A b" DROP CONSTRAINT "G h";

ALTER TABLE shop."A b"
    ADD CONSTRAINT "G h" CHECK (("C d" <> ''::text)) NOT VALID;
>>> indexes [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
-- hazard DATA_DEPENDENT: Fails if two rows are equal.
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "E f" ON shop."A b" USING btree ("C d");

-- hazard BACKWARD_INCOMPATIBLE: Rows that do not meet it are refused from now on.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'shop."A b"'::regclass AND conname = 'E f') THEN
        ALTER TABLE shop."A b" ADD CONSTRAINT "E f" UNIQUE USING INDEX "E f";
    END IF;
END $$;

-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "I j" ON shop."A b" USING btree ("C d");
<<< [executeInTransaction=false]
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop."I j";

ALTER TABLE shop."A b" DROP CONSTRAINT IF EXISTS "E f";
=== a function and an index that uses it
CREATE TABLE a (id int, x text);
---
CREATE FUNCTION f(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)'; CREATE TABLE a (id int, x text); CREATE INDEX i ON a (f(x));
>>>
SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION shop.f(t text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$SELECT lower(t)$$;

RESET check_function_bodies;
<<<
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.f(t text) fails.
DROP FUNCTION shop.f(t text);
>>> indexes
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.a USING btree (shop.f(x));
<<<
-- hazard NON_TRANSACTIONAL: Runs in no transaction: what it has done stays if it fails.
DROP INDEX CONCURRENTLY IF EXISTS shop.i;
=== tables and no more
CREATE TABLE a (id int);
---
CREATE TABLE a (id int); CREATE TABLE b (id int PRIMARY KEY, x int UNIQUE); ALTER TABLE a ADD COLUMN n text;
>>>
-- table shop.b

CREATE TABLE shop.b (
    id integer NOT NULL,
    x integer
);

-- table shop.a

ALTER TABLE shop.a
    ADD COLUMN n text;

-- table shop.b

ALTER TABLE shop.b
    ADD CONSTRAINT b_pkey PRIMARY KEY (id);

ALTER TABLE shop.b
    ADD CONSTRAINT b_x_key UNIQUE (x);
<<<
-- table shop.a

-- hazard DATA_LOSS: All values of shop.a.n are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.a.n fails.
ALTER TABLE ONLY shop.a
    DROP COLUMN n;

-- table shop.b

-- hazard DATA_LOSS: All rows of shop.b are gone.
-- hazard IRREVERSIBLE: The way back makes it again without what was in it.
-- hazard BACKWARD_INCOMPATIBLE: Whoever still uses shop.b fails.
DROP TABLE shop.b;
=== not null of several columns, some with a default
CREATE TABLE a (id int, b text, c int, d text);
---
CREATE TABLE a (id int, b text NOT NULL DEFAULT 'x', c int NOT NULL DEFAULT 3, d text NOT NULL);
>>>
ALTER TABLE ONLY shop.a
    ALTER COLUMN b SET DEFAULT 'x'::text;

-- hazard BACKWARD_INCOMPATIBLE: Rows without shop.a.b are refused from now on.
ALTER TABLE shop.a ADD CONSTRAINT not_null_b CHECK (b IS NOT NULL) NOT VALID;

ALTER TABLE ONLY shop.a
    ALTER COLUMN c SET DEFAULT 3;

-- hazard BACKWARD_INCOMPATIBLE: Rows without shop.a.c are refused from now on.
ALTER TABLE shop.a ADD CONSTRAINT not_null_c CHECK (c IS NOT NULL) NOT VALID;

-- hazard BACKWARD_INCOMPATIBLE: Rows without shop.a.d are refused from now on.
ALTER TABLE shop.a ADD CONSTRAINT not_null_d CHECK (d IS NOT NULL) NOT VALID;
<<<
ALTER TABLE shop.a DROP CONSTRAINT not_null_d;

ALTER TABLE shop.a DROP CONSTRAINT not_null_c;

ALTER TABLE shop.a DROP CONSTRAINT not_null_b;

ALTER TABLE ONLY shop.a
    ALTER COLUMN b DROP DEFAULT;

ALTER TABLE ONLY shop.a
    ALTER COLUMN c DROP DEFAULT;
>>> validate
-- hazard DATA_DEPENDENT: Fails if shop.a.b is null in any row.
ALTER TABLE shop.a VALIDATE CONSTRAINT not_null_b;

-- hazard DATA_DEPENDENT: Fails if shop.a.c is null in any row.
ALTER TABLE shop.a VALIDATE CONSTRAINT not_null_c;

-- hazard DATA_DEPENDENT: Fails if shop.a.d is null in any row.
ALTER TABLE shop.a VALIDATE CONSTRAINT not_null_d;

-- hazard IRREVERSIBLE: Rows without a value get the default, and the way back leaves it there.
-- hazard LOCK: The rows that it changes are locked until the script ends.
-- hazard DATA_DEPENDENT: Fails if one of the rows that it changes does not meet a new check.
UPDATE shop.a
    SET b = coalesce(b, 'x'::text),
        c = coalesce(c, 3)
    WHERE b IS NULL OR c IS NULL;

ALTER TABLE shop.a ALTER COLUMN b SET NOT NULL;

ALTER TABLE shop.a DROP CONSTRAINT not_null_b;

ALTER TABLE shop.a ALTER COLUMN c SET NOT NULL;

ALTER TABLE shop.a DROP CONSTRAINT not_null_c;

ALTER TABLE shop.a ALTER COLUMN d SET NOT NULL;

ALTER TABLE shop.a DROP CONSTRAINT not_null_d;
<<<
ALTER TABLE shop.a ADD CONSTRAINT not_null_d CHECK (d IS NOT NULL) NOT VALID;

ALTER TABLE shop.a ALTER COLUMN d DROP NOT NULL;

ALTER TABLE shop.a ADD CONSTRAINT not_null_c CHECK (c IS NOT NULL) NOT VALID;

ALTER TABLE shop.a ALTER COLUMN c DROP NOT NULL;

ALTER TABLE shop.a ADD CONSTRAINT not_null_b CHECK (b IS NOT NULL) NOT VALID;

ALTER TABLE shop.a ALTER COLUMN b DROP NOT NULL;
