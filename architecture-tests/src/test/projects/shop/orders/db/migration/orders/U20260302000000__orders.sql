DROP TABLE orders.orders;
