=== a new table
CREATE TABLE a (id int PRIMARY KEY);
---
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'x', a int REFERENCES a);
CREATE INDEX b_name ON b (name);
COMMENT ON TABLE b IS 'it''s new';
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== the first table
---
CREATE TABLE a (id int PRIMARY KEY, b text);
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== two new tables that refer to each other
---
CREATE TABLE a (id int PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES b;
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== nothing but another order of columns
CREATE TABLE a (id int, b text, c int);
---
CREATE TABLE a (id int, c int, b text);
=== storage parameters
CREATE TABLE a (id int) WITH (fillfactor = 70);
---
CREATE TABLE a (id int) WITH (fillfactor = 90, autovacuum_enabled = false);
=== unlogged
CREATE TABLE a (id int);
---
CREATE UNLOGGED TABLE a (id int);
>>> REWRITE
<<< REWRITE
=== the comment of a table
CREATE TABLE a (id int); COMMENT ON TABLE a IS 'one';
---
CREATE TABLE a (id int); COMMENT ON TABLE a IS 'two; -- not a comment';
=== the comment of a table goes
CREATE TABLE a (id int); COMMENT ON TABLE a IS 'one';
---
CREATE TABLE a (id int);
=== replica identity full
CREATE TABLE a (id int PRIMARY KEY);
---
CREATE TABLE a (id int PRIMARY KEY); ALTER TABLE a REPLICA IDENTITY FULL;
=== replica identity by an index
CREATE TABLE a (id int NOT NULL); CREATE UNIQUE INDEX i ON a (id);
---
CREATE TABLE a (id int NOT NULL); CREATE UNIQUE INDEX i ON a (id); ALTER TABLE a REPLICA IDENTITY USING INDEX i;
=== clustered by an index
CREATE TABLE a (id int NOT NULL); CREATE INDEX i ON a (id);
---
CREATE TABLE a (id int NOT NULL); CREATE INDEX i ON a (id); ALTER TABLE a CLUSTER ON i;
=== inheritance
CREATE TABLE a (id int); CREATE TABLE b (x int) INHERITS (a);
---
CREATE TABLE a (id int, y text); CREATE TABLE b (x int) INHERITS (a);
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== names that need quotes
CREATE TABLE "Some Table" ("Some Column" int, "select" text);
---
CREATE TABLE "Some Table" ("Some Column" bigint, "select" text, "do""t" int); CREATE INDEX "An Index" ON "Some Table" ("Some Column");
>>> REWRITE, LOCK
<<< DATA_LOSS, DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== row security
CREATE TABLE a (id int);
---
CREATE TABLE a (id int); ALTER TABLE a ENABLE ROW LEVEL SECURITY; ALTER TABLE a FORCE ROW LEVEL SECURITY;
>>> AUTHZ
<<< AUTHZ
