package io.stockassistant.identityaccess.user;

/** A password cannot be taken; the message says why, and not what it was. */
public final class UnusablePassword extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusablePassword(String reason) {
        super("the password cannot be used: " + reason);
    }
}
