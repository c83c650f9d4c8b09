=== a foreign key to another module
+++ CREATE SCHEMA base; CREATE TABLE base.users (id int PRIMARY KEY, name text);
CREATE TABLE a (id int, u int);
---
CREATE TABLE a (id int, u int CONSTRAINT fk REFERENCES base.users ON DELETE CASCADE);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== types, functions and views of another module
+++ CREATE SCHEMA base; CREATE TABLE base.users (id int PRIMARY KEY, name text); CREATE TYPE base.m AS ENUM ('x', 'y'); CREATE DOMAIN base.d AS int; CREATE FUNCTION base.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE a (id int);
---
CREATE TABLE a (id int DEFAULT base.f(), m base.m DEFAULT 'x', d base.d); CREATE VIEW v AS SELECT name FROM base.users;
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== an extension
+++ CREATE SCHEMA base; CREATE EXTENSION pg_trgm SCHEMA base; CREATE EXTENSION citext SCHEMA base;
CREATE TABLE a (id int, b text, c text);
---
CREATE TABLE a (id int, b text, c base.citext); CREATE INDEX i ON a USING gin (b base.gin_trgm_ops);
>>> LOCK, BACKWARD_INCOMPATIBLE
<<< BACKWARD_INCOMPATIBLE
=== an extension in the schema itself
+++ CREATE EXTENSION btree_gist SCHEMA shop;
CREATE TABLE a (id int, b tsrange);
---
CREATE TABLE a (id int, b tsrange, CONSTRAINT e EXCLUDE USING gist (id WITH =, b WITH &&));
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a publication
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE a;
---
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE a, b WITH (publish = 'insert');
=== a table of another name stays with its neighbours
+++ CREATE SCHEMA base; CREATE TABLE base.a (id int); CREATE VIEW base.v AS SELECT id FROM base.a;
CREATE TABLE a (id int); CREATE VIEW v AS SELECT id FROM base.a;
---
CREATE TABLE a (id bigint); CREATE VIEW v AS SELECT id FROM base.v;
>>> REWRITE, AUTHZ
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE, AUTHZ
=== a table of ours that another module looks at
CREATE TABLE a (id int, b int);
---
CREATE TABLE a (id int, b int, c int);
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== text that no longer tells upper from lower case, under a unique index
+++ CREATE SCHEMA base; CREATE EXTENSION citext SCHEMA base;
CREATE TABLE a (id int, b text UNIQUE, c text);
---
CREATE TABLE a (id int, b base.citext UNIQUE, c base.citext);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< LOCK, BACKWARD_INCOMPATIBLE
