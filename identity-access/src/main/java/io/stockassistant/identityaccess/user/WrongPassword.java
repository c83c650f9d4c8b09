package io.stockassistant.identityaccess.user;

/** The password is not that of the user, or has just been changed. */
public final class WrongPassword extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public WrongPassword() {
        super("the user name or the password is wrong: type them again");
    }
}
