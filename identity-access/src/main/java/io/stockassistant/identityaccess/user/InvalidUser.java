package io.stockassistant.identityaccess.user;

/** A user cannot be made from what was given. */
public final class InvalidUser extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidUser(String reason) {
        super(reason);
    }
}
