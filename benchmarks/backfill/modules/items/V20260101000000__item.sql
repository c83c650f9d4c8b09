CREATE TABLE item (id bigint PRIMARY KEY, price int NOT NULL, amount int NOT NULL, note text NOT NULL, total bigint);
