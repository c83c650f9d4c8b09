=== a view
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text); CREATE VIEW v AS SELECT id, b FROM a WHERE id > 1; COMMENT ON VIEW v IS 'some'; COMMENT ON COLUMN v.b IS 'b';
<<< BACKWARD_INCOMPATIBLE
=== a column at the end of a view
CREATE TABLE a (id int, b text); CREATE VIEW v AS SELECT id FROM a;
---
CREATE TABLE a (id int, b text); CREATE VIEW v AS SELECT id, b FROM a;
>>> AUTHZ
<<< BACKWARD_INCOMPATIBLE, AUTHZ
=== a column at the front of a view
CREATE TABLE a (id int, b text); CREATE VIEW v AS SELECT id FROM a; CREATE VIEW w AS SELECT id FROM v; GRANT SELECT ON v TO PUBLIC;
---
CREATE TABLE a (id int, b text); CREATE VIEW v AS SELECT b, id FROM a; CREATE VIEW w AS SELECT id FROM v; GRANT SELECT ON v TO PUBLIC;
>>> AUTHZ
<<< BACKWARD_INCOMPATIBLE, AUTHZ
=== views of a new column
CREATE TABLE a (id int); CREATE VIEW v AS SELECT id FROM a; CREATE VIEW w AS SELECT * FROM v;
---
CREATE TABLE a (id int, b text); CREATE VIEW v AS SELECT id, b FROM a; CREATE VIEW w AS SELECT * FROM v;
>>> AUTHZ
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, AUTHZ, IRREVERSIBLE
=== options of a view
CREATE TABLE a (id int); CREATE VIEW v AS SELECT id FROM a WHERE id > 1;
---
CREATE TABLE a (id int); CREATE VIEW v WITH (security_barrier) AS SELECT id FROM a WHERE id > 1 WITH LOCAL CHECK OPTION;
=== a materialized view
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text); CREATE MATERIALIZED VIEW m AS SELECT id, count(*) AS n FROM a GROUP BY id; CREATE UNIQUE INDEX i ON m (id);
<<< BACKWARD_INCOMPATIBLE
=== another query of a materialized view
CREATE TABLE a (id int, b text); CREATE MATERIALIZED VIEW m AS SELECT id FROM a; CREATE INDEX i ON m (id); COMMENT ON MATERIALIZED VIEW m IS 'x'; GRANT SELECT ON m TO PUBLIC;
---
CREATE TABLE a (id int, b text); CREATE MATERIALIZED VIEW m AS SELECT id, b FROM a; CREATE INDEX i ON m (id); COMMENT ON MATERIALIZED VIEW m IS 'x'; GRANT SELECT ON m TO PUBLIC;
>>> LOCK, AUTHZ
<<< LOCK, BACKWARD_INCOMPATIBLE, AUTHZ
=== a view becomes a materialized view
CREATE TABLE a (id int); CREATE VIEW v AS SELECT id FROM a;
---
CREATE TABLE a (id int); CREATE MATERIALIZED VIEW v AS SELECT id FROM a;
>>> AUTHZ
<<< AUTHZ
=== a view goes with its table
CREATE TABLE a (id int); CREATE VIEW v AS SELECT id FROM a; CREATE TABLE b (id int);
---
CREATE TABLE b (id int);
>>> DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a view of all columns of a table in which one goes
CREATE TABLE a (id int, b text, c text); CREATE VIEW v AS SELECT * FROM a;
---
CREATE TABLE a (id int, c text); CREATE VIEW v AS SELECT * FROM a;
>>> DATA_LOSS, BACKWARD_INCOMPATIBLE, AUTHZ, IRREVERSIBLE
<<< AUTHZ
=== a default on a view
CREATE TABLE a (id int, b text); CREATE VIEW v AS SELECT id, b FROM a;
---
CREATE TABLE a (id int, b text); CREATE VIEW v AS SELECT id, b FROM a; ALTER VIEW v ALTER b SET DEFAULT 'x';
=== a recursive view
CREATE TABLE a (id int, up int);
---
CREATE TABLE a (id int, up int); CREATE RECURSIVE VIEW v (id, depth) AS SELECT id, 0 FROM a WHERE up IS NULL UNION ALL SELECT a.id, depth + 1 FROM a JOIN v ON v.id = up;
<<< BACKWARD_INCOMPATIBLE
=== a default of a column that a view reads
CREATE TABLE a (id int, b text DEFAULT 'x'); CREATE VIEW v AS SELECT *, CASE WHEN id > 1 THEN 'p' ELSE 'q' END k FROM a; CREATE VIEW w AS SELECT b FROM v; COMMENT ON VIEW w IS 'kept';
---
CREATE TABLE a (id int, b text DEFAULT 'y'); CREATE VIEW v AS SELECT *, CASE WHEN id > 1 THEN 'p' ELSE 'q' END k FROM a; CREATE VIEW w AS SELECT b FROM v; COMMENT ON VIEW w IS 'kept';
