-- Remembers which users have a password that somebody else chose, such as the first administrator.

ALTER TABLE users ADD COLUMN must_change_password boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN users.must_change_password IS
    'Whether the user must choose a new password at the next sign-in, because somebody else chose this one.';
