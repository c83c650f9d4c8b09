package io.stockassistant.identityaccess.user;

/** The name or the e-mail address is taken. */
public final class UserExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For the user that could not be added. */
    public UserExists(NewUser user, Throwable cause) {
        super(
                "there is a user named '" + user.username() + "' or with the address " + user.email()
                        + ": choose others",
                cause);
    }
}
