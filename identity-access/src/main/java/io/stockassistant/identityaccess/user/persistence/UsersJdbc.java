package io.stockassistant.identityaccess.user.persistence;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.role.Permission;
import io.stockassistant.identityaccess.role.Role;
import io.stockassistant.identityaccess.user.HashedPassword;
import io.stockassistant.identityaccess.user.NewUser;
import io.stockassistant.identityaccess.user.User;
import io.stockassistant.identityaccess.user.UserExists;
import io.stockassistant.identityaccess.user.Users;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes users. */
final class UsersJdbc implements Users {

    private final JdbcClient jdbc;
    private final UserMapper mapper;
    private final Clock clock;

    UsersJdbc(JdbcClient jdbc, UserMapper mapper, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public User add(NewUser user, HashedPassword password, Role role, Actor actor) {
        try {
            return mapper.toUser(jdbc.sql("INSERT INTO identity_access.users"
                            + " (username, email, hashed_password, role_id, must_change_password,"
                            + " created_by, created_time, updated_by, updated_time)"
                            + " VALUES (:username, :email, :password, :role, :mustChange, :actor, :now, :actor, :now)"
                            + " RETURNING *")
                    .param("username", user.username())
                    .param("email", user.email())
                    .param("password", password.text())
                    .param("role", role.id())
                    .param("mustChange", user.mustChangePassword())
                    .param("actor", actor.username())
                    .param("now", OffsetDateTime.now(clock))
                    .query(UserModel.class)
                    .single());
        } catch (DuplicateKeyException taken) {
            throw new UserExists(user, taken);
        }
    }

    @Override
    public Optional<User> find(String username) {
        return jdbc.sql("SELECT * FROM identity_access.users WHERE username = :username")
                .param("username", username)
                .query(UserModel.class)
                .optional()
                .map(mapper::toUser);
    }

    @Override
    public Optional<User> find(int id) {
        return jdbc.sql("SELECT * FROM identity_access.users WHERE id = :id")
                .param("id", id)
                .query(UserModel.class)
                .optional()
                .map(mapper::toUser);
    }

    @Override
    public Optional<User> findByEmail(String email) {
        return jdbc.sql("SELECT * FROM identity_access.users WHERE email = :email")
                .param("email", email.toLowerCase(Locale.ROOT))
                .query(UserModel.class)
                .optional()
                .map(mapper::toUser);
    }

    @Override
    public List<User> listAfter(String username, int limit) {
        return jdbc
                .sql("SELECT * FROM identity_access.users WHERE username > :after ORDER BY username LIMIT :limit")
                .param("after", username)
                .param("limit", limit)
                .query(UserModel.class)
                .list()
                .stream()
                .map(mapper::toUser)
                .toList();
    }

    @Override
    public void assign(User user, Role role, Actor actor) {
        changing(user, "role_id", role.id(), actor);
    }

    @Override
    public void setActive(User user, boolean active, Actor actor) {
        changing(user, "is_active", active, actor);
    }

    private void changing(User user, String column, Object value, Actor actor) {
        jdbc.sql("UPDATE identity_access.users SET " + column + " = :value, updated_by = :actor, updated_time = :now"
                        + " WHERE id = :id AND " + column + " <> :value")
                .param("id", user.id())
                .param("value", value)
                .param("actor", actor.username())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @Override
    public boolean changePassword(User user, HashedPassword password, Actor actor) {
        return jdbc.sql("UPDATE identity_access.users"
                                + " SET hashed_password = :password, must_change_password = false,"
                                + " updated_by = :actor, updated_time = :now"
                                + " WHERE id = :id AND hashed_password = :seen")
                        .param("id", user.id())
                        .param("seen", user.password().text())
                        .param("password", password.text())
                        .param("actor", actor.username())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    @Override
    public boolean holds(int id, Permission permission) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity_access.users u"
                        + " JOIN identity_access.role_permissions g ON g.role_id = u.role_id"
                        + " JOIN identity_access.permissions p ON p.id = g.permission_id"
                        + " WHERE u.id = :id AND u.is_active AND p.name = :permission)")
                .param("id", id)
                .param("permission", permission.name())
                .query(Boolean.class)
                .single();
    }
}
