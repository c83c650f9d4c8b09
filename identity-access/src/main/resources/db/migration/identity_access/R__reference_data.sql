-- Roles, permissions and grants that every installation has.
--
-- It only adds: what an administrator added or reworded (updated_by is not null) stays as it is. So a line that is
-- taken out of this file takes nothing out of a database: whether somebody relies on that permission by now is not
-- for a repeatable migration to guess. A permission or grant ends by a versioned migration that deletes its rows of
-- role_permissions, and then its own; take its line out of here in the same change, or the next run brings it back.
-- In the same way a grant of this file that an administrator took away comes back when this file runs again.

INSERT INTO permissions (name, resource, action)
SELECT given.resource || ':' || action, given.resource, action
FROM (VALUES
    ('user',       ARRAY['create', 'read', 'update', 'delete']),
    ('role',       ARRAY['create', 'read', 'update', 'delete']),
    ('permission', ARRAY['create', 'read', 'update', 'delete']),
    ('apikey',     ARRAY['create', 'read', 'delete']),
    ('data',       ARRAY['read', 'sync', 'write']),
    ('backtest',   ARRAY['run', 'read', 'delete']),
    ('strategy',   ARRAY['create', 'read', 'update', 'delete'])
) AS given (resource, actions)
CROSS JOIN unnest(given.actions) AS action
ON CONFLICT (name) DO NOTHING;

INSERT INTO roles (name, description)
VALUES
    ('admin',      'system administrator'),
    ('researcher', 'strategy researcher'),
    ('user',       'platform user')
ON CONFLICT (name) DO UPDATE SET description = excluded.description, updated_time = now()
WHERE roles.updated_by IS NULL AND roles.description IS DISTINCT FROM excluded.description;

-- The administrator's role has every permission that there is, those that administrators added included.
INSERT INTO role_permissions (role_id, permission_id)
SELECT roles.id, permissions.id
FROM roles CROSS JOIN permissions
WHERE roles.name = 'admin'
ON CONFLICT DO NOTHING;

INSERT INTO role_permissions (role_id, permission_id)
SELECT roles.id, permissions.id
FROM (VALUES
    ('researcher', ARRAY['data:read', 'backtest:run', 'backtest:read',
                         'apikey:create', 'apikey:read', 'apikey:delete',
                         'strategy:create', 'strategy:read', 'strategy:update', 'strategy:delete']),
    ('user',       ARRAY['data:read', 'backtest:read'])
) AS given (role, names)
JOIN roles ON roles.name = given.role
JOIN permissions ON permissions.name = ANY (given.names)
ON CONFLICT DO NOTHING;
