package io.stockassistant.identityaccess.role;

/** A text is no permission. */
public final class InvalidPermission extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidPermission(String text) {
        super("'" + text + "' is no permission: write resource:action, two words of at most 49 lower case letters, "
                + "digits, _ and -, for example data:read");
    }
}
