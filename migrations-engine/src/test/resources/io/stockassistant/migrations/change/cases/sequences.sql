=== a new sequence
---
CREATE SEQUENCE s;
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE
=== a sequence for two tables
CREATE TABLE a (id int); CREATE TABLE b (id int);
---
CREATE SEQUENCE s; CREATE TABLE a (id int DEFAULT nextval('s')); CREATE TABLE b (id int DEFAULT nextval('s'));
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE
=== start, increment, cache
CREATE SEQUENCE s;
---
CREATE SEQUENCE s START WITH 10 INCREMENT BY 2 CACHE 5;
=== limits and cycle
CREATE SEQUENCE s MINVALUE 5 MAXVALUE 1000;
---
CREATE SEQUENCE s MINVALUE 0 START WITH 0 MAXVALUE 100 CYCLE;
=== limits that are those of the type
CREATE SEQUENCE s MAXVALUE 50;
---
CREATE SEQUENCE s;
=== the type of a sequence
CREATE SEQUENCE s AS integer;
---
CREATE SEQUENCE s AS bigint;
=== a sequence that counts down
CREATE SEQUENCE s;
---
CREATE SEQUENCE s INCREMENT BY -1 MINVALUE -100 MAXVALUE -1 START WITH -1;
=== the owner column of a sequence
CREATE SEQUENCE s; CREATE TABLE a (id int DEFAULT nextval('s'));
---
CREATE SEQUENCE s; CREATE TABLE a (id int DEFAULT nextval('s')); ALTER SEQUENCE s OWNED BY a.id;
=== the comment of a sequence
CREATE SEQUENCE s;
---
CREATE SEQUENCE s; COMMENT ON SEQUENCE s IS 'counts';
