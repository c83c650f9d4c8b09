package io.stockassistant.identityaccess.user;

/** The user may do nothing. */
public final class UserInactive extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public UserInactive(String username) {
        super("the user '" + username + "' is not active; an administrator activates it");
    }
}
