=== a new primary key
CREATE TABLE a (id int NOT NULL);
---
CREATE TABLE a (id int PRIMARY KEY);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a new primary key on what may be null
CREATE TABLE a (id int);
---
CREATE TABLE a (id int PRIMARY KEY);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a primary key on other columns
CREATE TABLE a (id int, x int NOT NULL, CONSTRAINT pk PRIMARY KEY (id));
---
CREATE TABLE a (id int NOT NULL, x int, CONSTRAINT pk PRIMARY KEY (id, x));
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a primary key to which others refer, on another column
CREATE TABLE a (id int, x int NOT NULL UNIQUE, CONSTRAINT pk PRIMARY KEY (id)); CREATE TABLE b (x int CONSTRAINT fk REFERENCES a (id));
---
CREATE TABLE a (id int NOT NULL, x int NOT NULL, CONSTRAINT pk PRIMARY KEY (x)); CREATE TABLE b (x int CONSTRAINT fk REFERENCES a (x));
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== unique
CREATE TABLE a (id int, x int);
---
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE (id, x));
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== unique that is checked later
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE (id));
---
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE (id) DEFERRABLE INITIALLY DEFERRED);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== unique where null is like null since=15
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE (id));
---
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (id));
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== unique with more columns
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE (id));
---
CREATE TABLE a (id int, x int, CONSTRAINT u UNIQUE (id) INCLUDE (x));
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a foreign key
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int);
---
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int CONSTRAINT fk REFERENCES a);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a foreign key with actions
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int CONSTRAINT fk REFERENCES a);
---
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int CONSTRAINT fk REFERENCES a ON DELETE CASCADE ON UPDATE SET NULL);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a foreign key that is checked later
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int CONSTRAINT fk REFERENCES a);
---
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int CONSTRAINT fk REFERENCES a DEFERRABLE INITIALLY DEFERRED);
=== a foreign key of two columns to another table
CREATE TABLE a (x int, y int, PRIMARY KEY (x, y)); CREATE TABLE c (x int, y int, PRIMARY KEY (x, y)); CREATE TABLE b (x int, y int, CONSTRAINT fk FOREIGN KEY (x, y) REFERENCES a);
---
CREATE TABLE a (x int, y int, PRIMARY KEY (x, y)); CREATE TABLE c (x int, y int, PRIMARY KEY (x, y)); CREATE TABLE b (x int, y int, CONSTRAINT fk FOREIGN KEY (x, y) REFERENCES c);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a table to itself
CREATE TABLE a (id int PRIMARY KEY);
---
CREATE TABLE a (id int PRIMARY KEY, parent int CONSTRAINT fk REFERENCES a);
>>> LOCK
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a foreign key that is not validated
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int); ALTER TABLE b ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES a NOT VALID;
---
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int CONSTRAINT fk REFERENCES a);
>>> DATA_DEPENDENT
=== a check
CREATE TABLE a (id int, b text);
---
CREATE TABLE a (id int, b text, CONSTRAINT c CHECK (length(b) > 2 OR id > 5));
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== another expression of a check
CREATE TABLE a (id int, CONSTRAINT c CHECK (id > 0));
---
CREATE TABLE a (id int, CONSTRAINT c CHECK (id > 1));
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a check that is written in another way
CREATE TABLE a (b varchar(9), CONSTRAINT c CHECK (b IN ('x', 'y')));
---
CREATE TABLE a (b varchar(9), CONSTRAINT c CHECK (((b)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))));
=== a check that is written in another way, and a new column
CREATE TABLE a (b varchar(9), CONSTRAINT c CHECK (b IN ('x', 'y')));
---
CREATE TABLE a (n int, b varchar(9), CONSTRAINT c CHECK (((b)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character varying)::text]))));
<<< DATA_LOSS, BACKWARD_INCOMPATIBLE, IRREVERSIBLE
=== a check that is not validated
CREATE TABLE a (id int); ALTER TABLE a ADD CONSTRAINT c CHECK (id > 0) NOT VALID;
---
CREATE TABLE a (id int, CONSTRAINT c CHECK (id > 0));
>>> DATA_DEPENDENT
=== exclusion
CREATE TABLE a (d tsrange, x int);
---
CREATE TABLE a (d tsrange, x int, CONSTRAINT e EXCLUDE USING gist (d WITH &&) WHERE (x > 0));
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== the comment of a constraint
CREATE TABLE a (id int, CONSTRAINT c CHECK (id > 0));
---
CREATE TABLE a (id int, CONSTRAINT c CHECK (id > 0)); COMMENT ON CONSTRAINT c ON a IS 'why';
=== no inherit
CREATE TABLE a (id int, CONSTRAINT c CHECK (id > 0));
---
CREATE TABLE a (id int, CONSTRAINT c CHECK (id > 0) NO INHERIT);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a constraint goes
CREATE TABLE a (id int PRIMARY KEY, x int UNIQUE CHECK (x > 0)); CREATE TABLE b (x int REFERENCES a (x));
---
CREATE TABLE a (id int NOT NULL, x int); CREATE TABLE b (x int);
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a constraint and an index change places
CREATE TABLE a (id int, CONSTRAINT u UNIQUE (id));
---
CREATE TABLE a (id int); CREATE UNIQUE INDEX u ON a (id);
>>> DATA_DEPENDENT, LOCK
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
=== a unique that a foreign key needs changes its name
CREATE TABLE a (id int, CONSTRAINT u UNIQUE (id)); CREATE TABLE b (a int CONSTRAINT fk REFERENCES a (id));
---
CREATE TABLE a (id int, CONSTRAINT v UNIQUE (id)); CREATE TABLE b (a int CONSTRAINT fk REFERENCES a (id));
=== a primary key of another column
CREATE TABLE a (id int PRIMARY KEY, x int);
---
CREATE TABLE a (id int, x int PRIMARY KEY);
>>> DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
<<< DATA_DEPENDENT, LOCK, BACKWARD_INCOMPATIBLE
