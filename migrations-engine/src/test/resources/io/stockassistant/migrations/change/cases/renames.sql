=== a column
*** column shop.a b -> c
CREATE TABLE a (id int, b text NOT NULL DEFAULT 'x'); CREATE INDEX i ON a (b); CREATE VIEW v AS SELECT b FROM a; COMMENT ON COLUMN a.b IS 'kept';
---
CREATE TABLE a (id int, c text NOT NULL DEFAULT 'x'); CREATE INDEX i ON a (c); CREATE VIEW v AS SELECT c FROM a; COMMENT ON COLUMN a.c IS 'kept';
>>> BACKWARD_INCOMPATIBLE, AUTHZ
<<< BACKWARD_INCOMPATIBLE, AUTHZ
=== a column that also gets another type
*** column shop.a b -> c
CREATE TABLE a (id int, b int);
---
CREATE TABLE a (id int, c bigint NOT NULL);
>>> DATA_DEPENDENT, REWRITE, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== a table with its key, its sequence and those that refer to it
*** table shop a -> z
CREATE TABLE a (id serial PRIMARY KEY, b text UNIQUE, CHECK (b <> '')); CREATE TABLE r (a int REFERENCES a); CREATE INDEX a_b ON a (lower(b));
---
CREATE TABLE z (id serial PRIMARY KEY, b text UNIQUE, CHECK (b <> '')); CREATE TABLE r (a int REFERENCES z); CREATE INDEX z_b ON z (lower(b));
>>> BACKWARD_INCOMPATIBLE
<<< BACKWARD_INCOMPATIBLE
=== a table and one of its columns
*** table shop a -> z
*** column shop.z b -> c
CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b text);
---
CREATE TABLE z (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, c text);
>>> BACKWARD_INCOMPATIBLE
<<< BACKWARD_INCOMPATIBLE
=== a constraint and an index
*** constraint shop.a c -> d
*** index shop i -> j
CREATE TABLE a (id int, CONSTRAINT c CHECK (id > 0)); CREATE INDEX i ON a (id);
---
CREATE TABLE a (id int, CONSTRAINT d CHECK (id > 0)); CREATE INDEX j ON a (id);
=== a value of an enum
*** enum_value shop.m x -> w
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m m NOT NULL DEFAULT 'x');
---
CREATE TYPE m AS ENUM ('w', 'y'); CREATE TABLE a (id int, m m NOT NULL DEFAULT 'w');
>>> BACKWARD_INCOMPATIBLE
<<< BACKWARD_INCOMPATIBLE
=== a hint whose source is gone
*** column shop.a old -> b
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text, c int);
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== names with quotes
*** column shop."A" "Old" -> "New"
CREATE TABLE "A" (id int, "Old" text);
---
CREATE TABLE "A" (id int, "New" text);
>>> BACKWARD_INCOMPATIBLE
<<< BACKWARD_INCOMPATIBLE
=== a table of partitions
*** table shop p -> q
CREATE TABLE p (id int, d int) PARTITION BY LIST (d); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX i ON p (id);
---
CREATE TABLE q (id int, d int) PARTITION BY LIST (d); CREATE TABLE p1 PARTITION OF q FOR VALUES IN (1); CREATE INDEX i ON q (id);
>>> BACKWARD_INCOMPATIBLE
<<< BACKWARD_INCOMPATIBLE
=== a sequence
*** sequence shop s -> t
CREATE SEQUENCE s; CREATE TABLE a (id int DEFAULT nextval('s'));
---
CREATE SEQUENCE t; CREATE TABLE a (id int DEFAULT nextval('t'));
>>> BACKWARD_INCOMPATIBLE
<<< BACKWARD_INCOMPATIBLE
=== one table takes the name of another
*** table shop b -> c
*** table shop a -> b
CREATE TABLE a (id int PRIMARY KEY, x int); CREATE TABLE b (id int PRIMARY KEY, y int);
---
CREATE TABLE b (id int PRIMARY KEY, x int); CREATE TABLE c (id int PRIMARY KEY, y int);
>>> BACKWARD_INCOMPATIBLE
<<< BACKWARD_INCOMPATIBLE
