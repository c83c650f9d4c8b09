=== a new column
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b text);
=== a new column with a default
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b text NOT NULL DEFAULT 'x', c timestamptz DEFAULT now());
=== a new column that must not be null
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b text NOT NULL);
=== a column becomes not null
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text NOT NULL);
=== a column becomes not null and has a default
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text NOT NULL DEFAULT 'x');
=== integer to bigint
CREATE TABLE a (id int PRIMARY KEY, b int DEFAULT 7); CREATE TABLE r (a int REFERENCES a);
---
CREATE TABLE a (id bigint PRIMARY KEY, b bigint DEFAULT 7); CREATE TABLE r (a bigint REFERENCES a);
=== text to integer
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b int);
=== text with a default to integer with a default
CREATE TABLE a (id int, b text DEFAULT '1');
---
CREATE TABLE a (id int, b int DEFAULT 2);
=== varchar that is longer
CREATE TABLE a (id int, b varchar(10));
---
CREATE TABLE a (id int, b varchar(20));
=== varchar without a length
CREATE TABLE a (id int, b varchar(10));
---
CREATE TABLE a (id int, b varchar);
=== text to varchar
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b varchar(3));
=== numeric precision and scale
CREATE TABLE a (id int, b numeric(10, 2));
---
CREATE TABLE a (id int, b numeric(14, 4));
=== timestamp to timestamp with time zone
CREATE TABLE a (id int, b timestamp);
---
CREATE TABLE a (id int, b timestamptz);
=== precision of time
CREATE TABLE a (id int, b timestamptz(3));
---
CREATE TABLE a (id int, b timestamptz);
=== arrays
CREATE TABLE a (id int, b int[], c text);
---
CREATE TABLE a (id int, b bigint[], c text[]);
=== text to jsonb
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b jsonb);
=== boolean to integer
CREATE TABLE a (id int, b boolean DEFAULT true);
---
CREATE TABLE a (id int, b int DEFAULT 1);
=== collation
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text COLLATE "C");
=== a default comes, another changes, a third goes
CREATE TABLE a (id int, b text, c text DEFAULT 'x', d text DEFAULT 'z');
---
CREATE TABLE a (id int, b text DEFAULT 'w', c text DEFAULT 'y', d text);
=== defaults that are written in another way
CREATE TABLE a (id int DEFAULT '1', b varchar(5) DEFAULT 'x'::varchar, c timestamptz DEFAULT now(), d numeric DEFAULT 0.0);
---
CREATE TABLE a (id int DEFAULT 1, b varchar(5) DEFAULT 'x', c timestamptz DEFAULT CURRENT_TIMESTAMP, d numeric DEFAULT 0.0);
=== a column goes
CREATE TABLE a (id int, b text DEFAULT 'x', c text); CREATE INDEX i ON a (b); COMMENT ON COLUMN a.b IS 'gone';
---
CREATE TABLE a (id int, c text);
=== one column in place of another
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, d date);
=== the comment of a column
CREATE TABLE a (id int, b text); COMMENT ON COLUMN a.b IS 'one';
---
CREATE TABLE a (id int, b text); COMMENT ON COLUMN a.b IS 'two'; COMMENT ON COLUMN a.id IS 'key';
=== a new generated column
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b int GENERATED ALWAYS AS (id * 2) STORED);
=== another expression of a generated column
CREATE TABLE a (id int, b int GENERATED ALWAYS AS (id * 2) STORED);
---
CREATE TABLE a (id int, b int GENERATED ALWAYS AS (id * 3) STORED);
=== a generated column becomes a plain one
CREATE TABLE a (id int, b int GENERATED ALWAYS AS (id * 2) STORED);
---
CREATE TABLE a (id int, b int);
=== a virtual column since=18
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b int GENERATED ALWAYS AS (id * 2) VIRTUAL);
=== the type of a column that a generated one reads
CREATE TABLE a (id int, n int, b int GENERATED ALWAYS AS (n * 2) STORED);
---
CREATE TABLE a (id int, n bigint, b int GENERATED ALWAYS AS (n * 2) STORED);
=== statistics, storage and options
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text); ALTER TABLE a ALTER b SET STATISTICS 500, ALTER b SET STORAGE EXTERNAL, ALTER id SET (n_distinct = 7);
=== compression since=14
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text COMPRESSION pglz);
=== the type of a column under a view
CREATE TABLE a (id int, b int); CREATE VIEW v AS SELECT b FROM a; CREATE VIEW w AS SELECT b + 1 AS c FROM v; COMMENT ON VIEW v IS 'kept'; GRANT SELECT ON w TO PUBLIC;
---
CREATE TABLE a (id int, b bigint); CREATE VIEW v AS SELECT b FROM a; CREATE VIEW w AS SELECT b + 1 AS c FROM v; COMMENT ON VIEW v IS 'kept'; GRANT SELECT ON w TO PUBLIC;
=== the type of a column with an index, a check and a policy
CREATE TABLE a (id int, b int CHECK (b > 0)); CREATE INDEX i ON a (b) WHERE b > 5; CREATE POLICY p ON a USING (b > 1);
---
CREATE TABLE a (id int, b bigint CHECK (b > 0)); CREATE INDEX i ON a (b) WHERE b > 5; CREATE POLICY p ON a USING (b > 1);
