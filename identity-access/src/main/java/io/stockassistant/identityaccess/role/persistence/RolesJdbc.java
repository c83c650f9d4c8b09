package io.stockassistant.identityaccess.role.persistence;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.role.NoSuchPermission;
import io.stockassistant.identityaccess.role.Permission;
import io.stockassistant.identityaccess.role.Role;
import io.stockassistant.identityaccess.role.Roles;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes roles. */
final class RolesJdbc implements Roles {

    private final JdbcClient jdbc;
    private final RoleMapper mapper;
    private final Clock clock;

    RolesJdbc(JdbcClient jdbc, RoleMapper mapper, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public Optional<Role> find(String name) {
        return jdbc.sql("SELECT * FROM identity_access.roles WHERE name = :name")
                .param("name", name)
                .query(RoleModel.class)
                .optional()
                .map(role -> mapper.toRole(role, permissions(role.id())));
    }

    private Set<Permission> permissions(int role) {
        return Set.copyOf(jdbc.sql("SELECT p.resource, p.action FROM identity_access.permissions p"
                        + " JOIN identity_access.role_permissions g ON g.permission_id = p.id WHERE g.role_id = :role")
                .param("role", role)
                .query((row, number) -> new Permission(row.getString(1), row.getString(2)))
                .list());
    }

    @Override
    public List<Role> list() {
        Map<Integer, Set<Permission>> grants = new TreeMap<>();
        jdbc.sql("SELECT g.role_id, p.resource, p.action FROM identity_access.role_permissions g"
                        + " JOIN identity_access.permissions p ON p.id = g.permission_id")
                .query(row -> {
                    grants.computeIfAbsent(row.getInt(1), role -> new HashSet<>())
                            .add(new Permission(row.getString(2), row.getString(3)));
                });
        return jdbc.sql("SELECT * FROM identity_access.roles ORDER BY name").query(RoleModel.class).list().stream()
                .map(role -> mapper.toRole(role, grants.getOrDefault(role.id(), Set.of())))
                .toList();
    }

    @Override
    public void grant(Role role, Permission permission, Actor actor) {
        Integer id = jdbc.sql("SELECT id FROM identity_access.permissions WHERE name = :name")
                .param("name", permission.name())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NoSuchPermission(permission));
        jdbc.sql("INSERT INTO identity_access.role_permissions"
                        + " (role_id, permission_id, created_by, created_time, updated_by, updated_time)"
                        + " VALUES (:role, :permission, :actor, :now, :actor, :now) ON CONFLICT DO NOTHING")
                .param("role", role.id())
                .param("permission", id)
                .param("actor", actor.username())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
