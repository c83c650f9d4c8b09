=== a new column
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b text);
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a new column with a default
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b text NOT NULL DEFAULT 'x', c timestamptz DEFAULT now());
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a new column that must not be null
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b text NOT NULL);
>>> DATA_DEPENDENT, BACKWARD_INCOMPATIBLE
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a column becomes not null
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text NOT NULL);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a column becomes not null and has a default
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text NOT NULL DEFAULT 'x');
>>> LOCK, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== integer to bigint
CREATE TABLE a (id int PRIMARY KEY, b int DEFAULT 7); CREATE TABLE r (a int REFERENCES a);
---
CREATE TABLE a (id bigint PRIMARY KEY, b bigint DEFAULT 7); CREATE TABLE r (a bigint REFERENCES a);
>>> REWRITE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== text to integer
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b int);
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
<<< REWRITE, BACKWARD_INCOMPATIBLE
=== text with a default to integer with a default
CREATE TABLE a (id int, b text DEFAULT '1');
---
CREATE TABLE a (id int, b int DEFAULT 2);
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
<<< REWRITE, BACKWARD_INCOMPATIBLE
=== varchar that is longer
CREATE TABLE a (id int, b varchar(10));
---
CREATE TABLE a (id int, b varchar(20));
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== varchar without a length
CREATE TABLE a (id int, b varchar(10));
---
CREATE TABLE a (id int, b varchar);
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== text to varchar
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b varchar(3));
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== numeric precision and scale
CREATE TABLE a (id int, b numeric(10, 2));
---
CREATE TABLE a (id int, b numeric(14, 4));
>>> REWRITE
<<< DATA_LOSS, DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== timestamp to timestamp with time zone
CREATE TABLE a (id int, b timestamp);
---
CREATE TABLE a (id int, b timestamptz);
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== precision of time
CREATE TABLE a (id int, b timestamptz(3));
---
CREATE TABLE a (id int, b timestamptz);
<<< DATA_LOSS, REWRITE, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== arrays
CREATE TABLE a (id int, b int[], c text);
---
CREATE TABLE a (id int, b bigint[], c text[]);
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== text to jsonb
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b jsonb);
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
<<< REWRITE, BACKWARD_INCOMPATIBLE
=== boolean to integer
CREATE TABLE a (id int, b boolean DEFAULT true);
---
CREATE TABLE a (id int, b int DEFAULT 1);
>>> REWRITE, BACKWARD_INCOMPATIBLE
<<< DATA_LOSS, REWRITE, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
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
>>> DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
<<< LOCK
=== one column in place of another
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, d date);
>>> DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== the comment of a column
CREATE TABLE a (id int, b text); COMMENT ON COLUMN a.b IS 'one';
---
CREATE TABLE a (id int, b text); COMMENT ON COLUMN a.b IS 'two'; COMMENT ON COLUMN a.id IS 'key';
=== a new generated column
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b int GENERATED ALWAYS AS (id * 2) STORED);
>>> REWRITE
<<< BACKWARD_INCOMPATIBLE
=== another expression of a generated column
CREATE TABLE a (id int, b int GENERATED ALWAYS AS (id * 2) STORED);
---
CREATE TABLE a (id int, b int GENERATED ALWAYS AS (id * 3) STORED);
>>> REWRITE
<<< REWRITE
=== a generated column becomes a plain one
CREATE TABLE a (id int, b int GENERATED ALWAYS AS (id * 2) STORED);
---
CREATE TABLE a (id int, b int);
<<< DATA_LOSS, REPLACES_OBJECT, REWRITE, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a virtual column since=18
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b int GENERATED ALWAYS AS (id * 2) VIRTUAL);
<<< BACKWARD_INCOMPATIBLE
=== the type of a column that a generated one reads
CREATE TABLE a (id int, n int, b int GENERATED ALWAYS AS (n * 2) STORED);
---
CREATE TABLE a (id int, n bigint, b int GENERATED ALWAYS AS (n * 2) STORED);
>>> REWRITE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
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
>>> REWRITE, AUTHZ
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE, AUTHZ
=== the type of a column with an index, a check and a policy
CREATE TABLE a (id int, b int CHECK (b > 0)); CREATE INDEX i ON a (b) WHERE b > 5; CREATE POLICY p ON a USING (b > 1);
---
CREATE TABLE a (id int, b bigint CHECK (b > 0)); CREATE INDEX i ON a (b) WHERE b > 5; CREATE POLICY p ON a USING (b > 1);
>>> REWRITE, AUTHZ
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE, AUTHZ
=== a new column with another value in each row
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b uuid DEFAULT gen_random_uuid() NOT NULL);
>>> REWRITE
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a new column with a default from a function
CREATE TABLE a (id int); CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
---
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'; CREATE TABLE a (id int, b int DEFAULT f() NOT NULL);
>>> REWRITE
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a new column with a default from a function that always gives the same
CREATE TABLE a (id int); CREATE FUNCTION g() RETURNS int LANGUAGE sql STABLE AS 'SELECT 1';
---
CREATE FUNCTION g() RETURNS int LANGUAGE sql STABLE AS 'SELECT 1'; CREATE TABLE a (id int, b int DEFAULT g() NOT NULL);
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== columns that are called like keywords go
CREATE TABLE a (id int, "order" int, "json" text, "Weird.Name" int);
---
CREATE TABLE a (id int);
>>> DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== an array of longer words
CREATE TABLE a (id int, b varchar(10)[]);
---
CREATE TABLE a (id int, b varchar(20)[]);
>>> REWRITE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== a collation and a column of it
CREATE TABLE a (id int, b text, c text);
---
CREATE COLLATION n (provider = icu, locale = 'und'); CREATE TABLE a (id int, b text COLLATE n, c text); CREATE INDEX i ON a (c COLLATE n);
>>> LOCK
=== collation under an index
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b);
---
CREATE TABLE a (id int, b text COLLATE "C"); CREATE INDEX i ON a (b);
>>> LOCK
<<< LOCK
=== a default goes that a column needs
CREATE TABLE a (id int, b int NOT NULL DEFAULT 1);
---
CREATE TABLE a (id int, b int NOT NULL);
>>> BACKWARD_INCOMPATIBLE
=== days of times, each once
CREATE TABLE a (id int, b timestamp, UNIQUE (b, id));
---
CREATE TABLE a (id int, b date, UNIQUE (b, id));
>>> DATA_LOSS, DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
<<< REWRITE
