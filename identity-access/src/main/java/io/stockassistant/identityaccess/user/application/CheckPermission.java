package io.stockassistant.identityaccess.user.application;

import io.stockassistant.identityaccess.role.Permission;
import io.stockassistant.identityaccess.user.Users;
import org.springframework.transaction.annotation.Transactional;

/** Tells whether a user may do something. */
@Transactional(readOnly = true)
public class CheckPermission {

    private final Users users;

    /** With the users to ask about. */
    public CheckPermission(Users users) {
        this.users = users;
    }

    /** False too for a user that is unknown or not active, and for a permission that is unknown. */
    public boolean isAllowed(int userId, Permission permission) {
        return users.holds(userId, permission);
    }
}
