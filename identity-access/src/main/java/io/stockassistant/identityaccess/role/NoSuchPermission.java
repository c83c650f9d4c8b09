package io.stockassistant.identityaccess.role;

/** A permission is well written, but unknown to the application. */
public final class NoSuchPermission extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For that permission. */
    public NoSuchPermission(Permission permission) {
        super("there is no permission " + permission
                + "; those that the application checks come with 'migrations upgrade' (R__reference_data.sql)");
    }
}
