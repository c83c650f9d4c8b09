-- Forgets which users must choose a new password.

ALTER TABLE users DROP COLUMN must_change_password;
