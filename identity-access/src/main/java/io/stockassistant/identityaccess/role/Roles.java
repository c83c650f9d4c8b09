package io.stockassistant.identityaccess.role;

import io.stockassistant.identityaccess.audit.Actor;
import java.util.List;
import java.util.Optional;

/** All roles. */
public interface Roles {

    /** The role with its permissions; empty if there is none of that name. */
    Optional<Role> find(String name);

    /** @throws NoSuchRole if there is none of that name */
    default Role get(String name) {
        return find(name).orElseThrow(() -> new NoSuchRole(name));
    }

    /** All roles, by name. */
    List<Role> list();

    /**
     * Gives the role a permission. A role that has it already keeps it, with the record of who gave it.
     *
     * @throws NoSuchPermission if the permission is unknown
     */
    void grant(Role role, Permission permission, Actor actor);
}
