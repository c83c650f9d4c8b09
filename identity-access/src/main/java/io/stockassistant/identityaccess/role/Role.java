package io.stockassistant.identityaccess.role;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named set of permissions.
 *
 * @param id assigned by the database
 * @param name unique, for example {@code researcher}
 * @param description what the role is for
 * @param permissions what it allows
 */
public record Role(int id, String name, @Nullable String description, Set<Permission> permissions) {

    /** With a copy of the permissions. */
    public Role {
        permissions = Set.copyOf(permissions);
    }

    /** Whether users of this role may do it. */
    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }
}
