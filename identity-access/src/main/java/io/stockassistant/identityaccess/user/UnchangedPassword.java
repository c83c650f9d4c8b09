package io.stockassistant.identityaccess.user;

/** The new password is the old one. */
public final class UnchangedPassword extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public UnchangedPassword() {
        super("the new password is the old one: choose another");
    }
}
