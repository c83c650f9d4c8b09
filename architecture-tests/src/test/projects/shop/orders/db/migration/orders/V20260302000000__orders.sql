CREATE TABLE orders.orders (id integer PRIMARY KEY);
