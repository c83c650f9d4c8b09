CREATE TABLE catalog.products (id integer PRIMARY KEY, name text NOT NULL);
