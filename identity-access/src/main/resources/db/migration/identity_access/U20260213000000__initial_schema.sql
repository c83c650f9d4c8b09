-- Removes the tables of API keys, users, permissions and roles, with their rows.

DROP TABLE api_keys;
DROP TABLE users;
DROP TABLE role_permissions;
DROP TABLE permissions;
DROP TABLE roles;
