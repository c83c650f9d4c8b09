CREATE TABLE catalog.products (id integer PRIMARY KEY);
