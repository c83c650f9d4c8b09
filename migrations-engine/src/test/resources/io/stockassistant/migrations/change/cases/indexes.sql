=== an index
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b);
>>> LOCK
=== a unique index
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b);
---
CREATE TABLE a (id int, b text); CREATE UNIQUE INDEX i ON a (b);
>>> DATA_DEPENDENT, LOCK
<<< LOCK
=== a predicate
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b) WHERE id > 1;
---
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b) WHERE id > 2;
>>> LOCK
<<< LOCK
=== an expression
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b);
---
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (lower(b));
>>> LOCK
<<< LOCK
=== more columns
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b);
---
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b) INCLUDE (id);
>>> LOCK
<<< LOCK
=== order and nulls
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b, id);
---
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b DESC NULLS LAST, id NULLS FIRST);
>>> LOCK
<<< LOCK
=== an operator class
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b);
---
CREATE TABLE a (id int, b text); CREATE INDEX i ON a (b text_pattern_ops);
>>> LOCK
<<< LOCK
=== a method
CREATE TABLE a (id int, b int[]); CREATE INDEX i ON a (b);
---
CREATE TABLE a (id int, b int[]); CREATE INDEX i ON a USING gin (b);
>>> LOCK
<<< LOCK
=== brin with options
CREATE TABLE a (id int, b int);
---
CREATE TABLE a (id int, b int); CREATE INDEX i ON a USING brin (b) WITH (pages_per_range = 16);
>>> LOCK
=== options of an index
CREATE TABLE a (id int); CREATE INDEX i ON a (id) WITH (fillfactor = 70);
---
CREATE TABLE a (id int); CREATE INDEX i ON a (id) WITH (fillfactor = 80);
=== a collation
CREATE TABLE a (b text); CREATE INDEX i ON a (b);
---
CREATE TABLE a (b text); CREATE INDEX i ON a (b COLLATE "POSIX");
>>> LOCK
<<< LOCK
=== the comment of an index
CREATE TABLE a (id int); CREATE INDEX i ON a (id);
---
CREATE TABLE a (id int); CREATE INDEX i ON a (id); COMMENT ON INDEX i IS 'fast';
=== an index goes
CREATE TABLE a (id int); CREATE INDEX i ON a (id);
---
CREATE TABLE a (id int);
<<< LOCK
=== nulls are like each other since=15
CREATE TABLE a (id int); CREATE UNIQUE INDEX i ON a (id);
---
CREATE TABLE a (id int); CREATE UNIQUE INDEX i ON a (id) NULLS NOT DISTINCT;
>>> DATA_DEPENDENT, LOCK
<<< DATA_DEPENDENT, LOCK
=== statistics of several columns
CREATE TABLE a (x int, y int);
---
CREATE TABLE a (x int, y int); CREATE STATISTICS s (dependencies) ON x, y FROM a; COMMENT ON STATISTICS s IS 'go together';
=== the target of statistics
CREATE TABLE a (x int, y int); CREATE STATISTICS s ON x, y FROM a;
---
CREATE TABLE a (x int, y int); CREATE STATISTICS s ON x, y FROM a; ALTER STATISTICS s SET STATISTICS 50;
