CREATE TABLE orders.line (id integer PRIMARY KEY);
