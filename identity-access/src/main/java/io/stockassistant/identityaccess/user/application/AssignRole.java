package io.stockassistant.identityaccess.user.application;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.role.Roles;
import io.stockassistant.identityaccess.user.Users;
import org.springframework.transaction.annotation.Transactional;

/** Gives a user another role; a user has exactly one. */
@Transactional
public class AssignRole {

    private final Users users;
    private final Roles roles;

    /** With the users to change and the roles that there are. */
    public AssignRole(Users users, Roles roles) {
        this.users = users;
        this.roles = roles;
    }

    /**
     * Counts from the next check of a permission on.
     *
     * @throws io.stockassistant.identityaccess.user.NoSuchUser if the user is unknown
     * @throws io.stockassistant.identityaccess.role.NoSuchRole if the role is unknown
     */
    public void assign(String username, String role, Actor actor) {
        users.assign(users.get(username), roles.get(role), actor);
    }
}
