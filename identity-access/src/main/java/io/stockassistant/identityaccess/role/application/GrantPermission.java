package io.stockassistant.identityaccess.role.application;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.role.Permission;
import io.stockassistant.identityaccess.role.Roles;
import org.springframework.transaction.annotation.Transactional;

/** Gives a permission to a role, and so to every user of the role. */
@Transactional
public class GrantPermission {

    private final Roles roles;

    /** With the roles to change. */
    public GrantPermission(Roles roles) {
        this.roles = roles;
    }

    /**
     * Grants it; a second time changes nothing.
     *
     * @throws io.stockassistant.identityaccess.role.NoSuchRole if the role is unknown
     * @throws io.stockassistant.identityaccess.role.NoSuchPermission if the permission is unknown
     */
    public void grant(String role, Permission permission, Actor actor) {
        roles.grant(roles.get(role), permission, actor);
    }
}
