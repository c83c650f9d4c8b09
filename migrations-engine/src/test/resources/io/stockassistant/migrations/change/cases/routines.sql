=== a function
---
CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS int IMMUTABLE STRICT LANGUAGE sql AS $$ SELECT a; $$; COMMENT ON FUNCTION f(int, text) IS 'it';
<<< BACKWARD_INCOMPATIBLE
=== the body of a function
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
---
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 2; -- why
END $$;
=== what a function returns
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT f() AS x; GRANT SELECT ON v TO PUBLIC;
---
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT f() AS x; GRANT SELECT ON v TO PUBLIC;
>>> AUTHZ
<<< AUTHZ
=== names of arguments
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
---
CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS 'SELECT 1';
>>> BACKWARD_INCOMPATIBLE
<<< BACKWARD_INCOMPATIBLE
=== another type of an argument
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
---
CREATE FUNCTION f(a bigint) RETURNS int LANGUAGE sql AS 'SELECT 1';
>>> BACKWARD_INCOMPATIBLE
<<< BACKWARD_INCOMPATIBLE
=== a function of a table that comes with it
---
CREATE TABLE a (id int); CREATE FUNCTION f() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM shop.a'; CREATE FUNCTION g() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM a';
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== functions that call each other
---
CREATE FUNCTION b() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION a() RETURNS int LANGUAGE sql AS 'SELECT b()'; CREATE TABLE t (id int DEFAULT a());
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a body that the server keeps as a tree since=14
CREATE TABLE a (id int);
---
CREATE TABLE a (id int, b int); CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(b) FROM a; SELECT 1; END;
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a function with settings
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
---
CREATE FUNCTION f() RETURNS int SECURITY DEFINER SET search_path = shop, pg_temp COST 5 LANGUAGE sql AS 'SELECT 1';
>>> AUTHZ
=== a procedure
CREATE TABLE a (id int);
---
CREATE TABLE a (id int); CREATE PROCEDURE p(INOUT x int) LANGUAGE plpgsql AS $$ BEGIN INSERT INTO shop.a VALUES (x); COMMIT; END $$;
<<< BACKWARD_INCOMPATIBLE
=== an aggregate
---
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
<<< BACKWARD_INCOMPATIBLE
=== another aggregate
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
---
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '5');
>>> AUTHZ
<<< AUTHZ
=== a check and an index that call a function
CREATE FUNCTION ok(int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 > 0'; CREATE TABLE a (id int, CONSTRAINT c CHECK (ok(id))); CREATE INDEX i ON a (ok(id));
---
CREATE FUNCTION ok(int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 > -1'; CREATE TABLE a (id int, CONSTRAINT c CHECK (ok(id))); CREATE INDEX i ON a (ok(id));
=== a function that returns a table
CREATE FUNCTION f() RETURNS TABLE (x int) LANGUAGE sql AS 'SELECT 1';
---
CREATE FUNCTION f() RETURNS TABLE (x int, y int) LANGUAGE sql AS 'SELECT 1, 2';
>>> AUTHZ
<<< AUTHZ
