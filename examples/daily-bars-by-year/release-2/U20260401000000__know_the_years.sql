-- What the planner knows of a table does no harm.

SELECT 1;
