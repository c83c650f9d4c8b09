package io.stockassistant.identityaccess.role;

/** There is no role of that name. */
public final class NoSuchRole extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For the role of that name. */
    public NoSuchRole(String name) {
        super("there is no role '" + name + "'; admin, researcher and user come with 'migrations upgrade'");
    }
}
