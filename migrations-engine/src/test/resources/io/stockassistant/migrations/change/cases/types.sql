=== a new domain
CREATE TABLE a (id int);
---
CREATE DOMAIN d AS int DEFAULT 3 NOT NULL CONSTRAINT c CHECK (VALUE > 0); CREATE TABLE a (id int, d d);
>>> REWRITE
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== default and not null of a domain
CREATE DOMAIN d AS int DEFAULT 3; CREATE TABLE a (id int, d d);
---
CREATE DOMAIN d AS int DEFAULT 4 NOT NULL; CREATE TABLE a (id int, d d);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== the check of a domain
CREATE DOMAIN d AS int CONSTRAINT c CHECK (VALUE > 0); CREATE TABLE a (id int, d d);
---
CREATE DOMAIN d AS int CONSTRAINT c CHECK (VALUE > 1); CREATE TABLE a (id int, d d);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a domain of another type
CREATE DOMAIN d AS int; CREATE TABLE a (id int, d d);
---
CREATE DOMAIN d AS bigint; CREATE TABLE a (id int, d d);
>>> REWRITE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== the comment of a domain
CREATE DOMAIN d AS int;
---
CREATE DOMAIN d AS int; COMMENT ON DOMAIN d IS 'small';
=== a composite type
CREATE TABLE a (id int);
---
CREATE TYPE p AS (x int, y text COLLATE "C"); CREATE TABLE a (id int); CREATE FUNCTION f(p) RETURNS int LANGUAGE sql AS 'SELECT $1.x';
<<< BACKWARD_INCOMPATIBLE
=== attributes of a composite type
CREATE TYPE p AS (x int, y text);
---
CREATE TYPE p AS (x bigint, y text, z date);
=== a composite type in a table
CREATE TYPE p AS (x int, y text); CREATE TABLE a (id int, p p);
---
CREATE TYPE p AS (x int, y text, z date); CREATE TABLE a (id int, p p);
>>> REWRITE, BACKWARD_INCOMPATIBLE
<<< DATA_LOSS, REWRITE, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a range
CREATE TABLE a (id int);
---
CREATE TYPE r AS RANGE (subtype = float8, subtype_diff = float8mi); CREATE TABLE a (id int, r r);
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a domain to its own type
CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE TABLE a (id int, d d);
---
CREATE TABLE a (id int, d int);
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== a new column of a domain without limits
CREATE DOMAIN d AS int DEFAULT 3; CREATE TABLE a (id int);
---
CREATE DOMAIN d AS int DEFAULT 3; CREATE TABLE a (id int, d d);
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a new column of a domain that is never null
CREATE DOMAIN d AS int NOT NULL; CREATE TABLE a (id int);
---
CREATE DOMAIN d AS int NOT NULL; CREATE TABLE a (id int, d d);
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a composite type in an array, which no expression converts
CREATE TYPE p AS (x int); CREATE TABLE a (ps p[]);
---
CREATE TYPE p AS (x bigint); CREATE TABLE a (ps p[]);
>>> DATA_LOSS, REPLACES_OBJECT, IRREVERSIBLE
<<< DATA_LOSS, REPLACES_OBJECT, IRREVERSIBLE
=== a composite type in another one, which no expression converts
CREATE TYPE p AS (x int); CREATE TYPE q AS (p p); CREATE TABLE a (q q);
---
CREATE TYPE p AS (x bigint); CREATE TYPE q AS (p p); CREATE TABLE a (q q);
>>> DATA_LOSS, REPLACES_OBJECT, IRREVERSIBLE
<<< DATA_LOSS, REPLACES_OBJECT, IRREVERSIBLE
=== a domain with a check over another type, in an array too
CREATE DOMAIN d AS text CHECK (VALUE <> ''); CREATE TABLE a (id int, d d, ds d[]);
---
CREATE DOMAIN d AS varchar(9) CHECK (VALUE <> 'x'); CREATE TABLE a (id int, d d, ds d[]);
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
