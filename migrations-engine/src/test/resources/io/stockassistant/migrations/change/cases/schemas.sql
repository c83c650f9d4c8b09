=== a new schema, with what points into it from another
CREATE TABLE shop.a (id int PRIMARY KEY, u int);
---
CREATE SCHEMA base; COMMENT ON SCHEMA base IS 'what all need'; CREATE TABLE base.users (id int PRIMARY KEY, name text);
CREATE TABLE shop.a (id int PRIMARY KEY, u int CONSTRAINT fk REFERENCES base.users);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a new schema, with what points out of it
CREATE TABLE shop.a (id int PRIMARY KEY);
---
CREATE SCHEMA base; CREATE TABLE shop.a (id int PRIMARY KEY);
CREATE TABLE base.log (id int REFERENCES shop.a, at timestamptz); CREATE INDEX i ON base.log (at); CREATE VIEW base.v AS SELECT id FROM shop.a;
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== one schema for another
DROP SCHEMA shop; CREATE SCHEMA base; CREATE TABLE base.a (id int PRIMARY KEY, b text);
---
DROP SCHEMA shop; CREATE SCHEMA "Third ""3"""; CREATE TABLE "Third ""3""".a (id int PRIMARY KEY, b text);
>>> DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== foreign keys both ways
CREATE SCHEMA base; CREATE TABLE shop.a (id int PRIMARY KEY, b int); CREATE TABLE base.b (id int PRIMARY KEY, a int);
---
CREATE SCHEMA base; CREATE TABLE shop.a (id int PRIMARY KEY, b int); CREATE TABLE base.b (id int PRIMARY KEY, a int);
ALTER TABLE shop.a ADD CONSTRAINT fk_b FOREIGN KEY (b) REFERENCES base.b; ALTER TABLE base.b ADD CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES shop.a;
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a view of a table in another schema, whose column changes its type
CREATE SCHEMA base; CREATE TABLE base.a (id int, b varchar(10)); CREATE VIEW shop.v AS SELECT b FROM base.a;
---
CREATE SCHEMA base; CREATE TABLE base.a (id int, b text); CREATE VIEW shop.v AS SELECT b, id FROM base.a;
>>> AUTHZ
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE, AUTHZ
=== types of one schema in the tables of another
CREATE SCHEMA base; CREATE TYPE base.mood AS ENUM ('a', 'b'); CREATE DOMAIN base.d AS int; CREATE TABLE shop.t (m base.mood, d base.d);
---
CREATE SCHEMA base; CREATE TYPE base.mood AS ENUM ('a', 'c'); CREATE DOMAIN base.d AS int CHECK (VALUE > 0); CREATE TABLE shop.t (m base.mood, d base.d);
>>> DATA_DEPENDENT, REWRITE, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== a function of a new schema in a default, and a trigger
CREATE TABLE shop.t (id int, n int);
---
CREATE SCHEMA base; CREATE FUNCTION base.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE shop.t (id int, n int DEFAULT base.f());
CREATE FUNCTION base.g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER t BEFORE INSERT ON shop.t FOR EACH ROW EXECUTE FUNCTION base.g();
<<< BACKWARD_INCOMPATIBLE
=== tables of one name
CREATE SCHEMA base; CREATE TABLE shop.a (id int PRIMARY KEY); CREATE TABLE base.a (id int PRIMARY KEY, b int); CREATE TABLE public.a (c int);
---
CREATE SCHEMA base; CREATE TABLE shop.a (id int PRIMARY KEY, b int); CREATE TABLE base.a (id bigint PRIMARY KEY); CREATE TABLE public.a (c int, d int);
>>> DATA_LOSS, REWRITE, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
<<< DATA_LOSS, DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== the schema that is everybody's
CREATE TABLE public.a (id serial PRIMARY KEY); CREATE TABLE shop.b (id int REFERENCES public.a);
---
CREATE TABLE shop.b (id int);
>>> DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== rights and comments of schemas
CREATE SCHEMA base;
---
CREATE SCHEMA base; COMMENT ON SCHEMA base IS 'base'; GRANT USAGE ON SCHEMA base TO PUBLIC; COMMENT ON SCHEMA shop IS 'shop'; CREATE SCHEMA "Third ""3"""; GRANT ALL ON SCHEMA "Third ""3""" TO pg_monitor;
>>> AUTHZ
<<< BACKWARD_INCOMPATIBLE, AUTHZ
=== a history in a schema that goes
CREATE TABLE shop.flyway_schema_history (id int PRIMARY KEY, b text); CREATE TABLE shop.a (id int);
---
DROP SCHEMA shop; CREATE SCHEMA base;
>>> DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
<<< BACKWARD_INCOMPATIBLE
=== a table called as the history of a neighbour
CREATE SCHEMA base; CREATE TABLE shop.flyway_schema_history (id int PRIMARY KEY, b text); CREATE TABLE base.flyway_schema_history (id int);
---
CREATE SCHEMA base; CREATE TABLE base.flyway_schema_history (id int, b int);
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== an extension in a new schema
CREATE TABLE shop.a (t text);
---
CREATE SCHEMA base; CREATE EXTENSION pg_trgm SCHEMA base; CREATE TABLE shop.a (t text); CREATE INDEX i ON shop.a USING gin (t base.gin_trgm_ops);
>>> LOCK
=== partitions in another schema
CREATE SCHEMA base; CREATE TABLE shop.a (id int, d date) PARTITION BY RANGE (d); CREATE TABLE base.a1 PARTITION OF shop.a FOR VALUES FROM ('2020-01-01') TO ('2030-01-01');
---
CREATE SCHEMA base; CREATE TABLE shop.a (id int, d date, PRIMARY KEY (id, d)) PARTITION BY RANGE (d); CREATE TABLE base.a1 PARTITION OF shop.a FOR VALUES FROM ('2020-01-01') TO ('2030-01-01');
CREATE SCHEMA "Third ""3"""; CREATE TABLE "Third ""3""".a2 PARTITION OF shop.a FOR VALUES FROM ('2030-01-01') TO ('2040-01-01');
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a publication of tables of two schemas
CREATE SCHEMA base; CREATE TABLE shop.a (id int PRIMARY KEY); CREATE TABLE base.b (id int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE shop.a;
---
CREATE SCHEMA base; CREATE TABLE shop.a (id int PRIMARY KEY); CREATE TABLE base.b (id int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE shop.a, base.b;
=== a sequence that another schema counts with
CREATE SCHEMA base; CREATE SEQUENCE base.s; CREATE TABLE shop.a (id int DEFAULT nextval('base.s'));
---
CREATE TABLE shop.a (id int);
>>> DATA_LOSS, BACKWARD_INCOMPATIBLE
