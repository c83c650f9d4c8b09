-- What the models do not say about their tables. Runs after them, with this schema as the first of the search path.

ALTER TABLE role_permissions
    ADD CONSTRAINT fk_role_permissions_role_id FOREIGN KEY (role_id) REFERENCES roles (id),
    ADD CONSTRAINT fk_role_permissions_permission_id FOREIGN KEY (permission_id) REFERENCES permissions (id);

CREATE INDEX ix_role_permissions_permission_id ON role_permissions (permission_id);

ALTER TABLE users
    ADD CONSTRAINT fk_users_role_id FOREIGN KEY (role_id) REFERENCES roles (id);

CREATE INDEX ix_users_role_id ON users (role_id);

ALTER TABLE api_keys
    ADD CONSTRAINT fk_api_keys_user_id FOREIGN KEY (user_id) REFERENCES users (id);

CREATE INDEX ix_api_keys_user_id ON api_keys (user_id);
