-- table: item
-- key: id
-- todo: total IS NULL
UPDATE item SET total = price * amount WHERE id BETWEEN :from AND :to AND :todo;
