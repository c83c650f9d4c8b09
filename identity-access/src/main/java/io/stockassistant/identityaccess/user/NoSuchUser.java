package io.stockassistant.identityaccess.user;

/** There is no such user. */
public final class NoSuchUser extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public NoSuchUser(String username) {
        super("there is no user '" + username + "'; it is created by CreateUser");
    }
}
