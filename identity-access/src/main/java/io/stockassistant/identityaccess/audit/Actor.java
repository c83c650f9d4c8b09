package io.stockassistant.identityaccess.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a change.
 *
 * @param username the user; null when the system itself does it
 */
public record Actor(@Nullable String username) {

    /** The system itself. */
    public static final Actor SYSTEM = new Actor(null);

    /** The user of that name. */
    public static Actor named(String username) {
        return new Actor(username);
    }
}
