=== a new enum
CREATE TABLE a (id int);
---
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m m DEFAULT 'y', ms m[]);
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a value at the end
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m m NOT NULL DEFAULT 'x');
---
CREATE TYPE m AS ENUM ('x', 'y', 'z'); CREATE TABLE a (id int, m m NOT NULL DEFAULT 'x');
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== values in between and at the front
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m m);
---
CREATE TYPE m AS ENUM ('w', 'x', 'x y', 'it''s', 'y'); CREATE TABLE a (id int, m m);
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== a new value that is the default now
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m m DEFAULT 'x');
---
CREATE TYPE m AS ENUM ('x', 'y', 'z'); CREATE TABLE a (id int, m m DEFAULT 'z');
>>> NON_TRANSACTIONAL
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== a value goes
CREATE TYPE m AS ENUM ('x', 'y', 'z'); CREATE TABLE a (id int, m m NOT NULL DEFAULT 'x');
---
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m m NOT NULL DEFAULT 'x');
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== another order of values
CREATE TYPE m AS ENUM ('x', 'y', 'z'); CREATE TABLE a (id int, m m DEFAULT 'x'); CREATE INDEX i ON a (m);
---
CREATE TYPE m AS ENUM ('z', 'x', 'y'); CREATE TABLE a (id int, m m DEFAULT 'x'); CREATE INDEX i ON a (m);
>>> REWRITE
<<< REWRITE
=== a value goes under a view, an index, a check, a function and an array
CREATE TYPE m AS ENUM ('x', 'y', 'z'); CREATE TABLE a (id int, m m DEFAULT 'x', ms m[] DEFAULT '{x}', CHECK (m <> 'y'));
CREATE INDEX i ON a (m) WHERE m = 'x'; CREATE VIEW v AS SELECT m FROM a WHERE m = 'x'; CREATE FUNCTION f(m m) RETURNS m LANGUAGE sql AS 'SELECT $1';
COMMENT ON TYPE m IS 'mood';
---
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m m DEFAULT 'x', ms m[] DEFAULT '{x}', CHECK (m <> 'y'));
CREATE INDEX i ON a (m) WHERE m = 'x'; CREATE VIEW v AS SELECT m FROM a WHERE m = 'x'; CREATE FUNCTION f(m m) RETURNS m LANGUAGE sql AS 'SELECT $1';
COMMENT ON TYPE m IS 'mood';
>>> DATA_DEPENDENT, REWRITE, LOCK, BACKWARD_INCOMPATIBLE, AUTHZ
=== one value in place of another
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m m);
---
CREATE TYPE m AS ENUM ('x', 'q'); CREATE TABLE a (id int, m m);
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== an enum goes
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m m);
---
CREATE TABLE a (id int);
>>> DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== text to an enum
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m text DEFAULT 'x');
---
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m m DEFAULT 'x');
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
<<< REWRITE, BACKWARD_INCOMPATIBLE
=== the comment of an enum
CREATE TYPE m AS ENUM ('x', 'y');
---
CREATE TYPE m AS ENUM ('x', 'y'); COMMENT ON TYPE m IS 'mood';
=== a new value that is committed before rows stand in the way
CREATE TYPE m AS ENUM ('a'); CREATE TABLE t (id int, m m);
---
CREATE TYPE m AS ENUM ('a', 'b'); CREATE TABLE t (id int CHECK (id IS NULL), m m DEFAULT 'b');
>>> DATA_DEPENDENT, LOCK, NON_TRANSACTIONAL, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
=== an enum for another one
CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE a (id int, m m NOT NULL DEFAULT 'x', ms m[]);
---
CREATE TYPE n AS ENUM ('x', 'y', 'z'); CREATE TABLE a (id int, m n NOT NULL DEFAULT 'x', ms n[]);
>>> DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, REWRITE, BACKWARD_INCOMPATIBLE
