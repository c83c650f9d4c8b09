package io.stockassistant.identityaccess.role;

import java.util.regex.Pattern;

/**
 * An action on a kind of resource, written {@code resource:action}.
 *
 * @param resource the kind of thing that is acted on, for example {@code data}
 * @param action what is done with it, for example {@code read}
 */
public record Permission(String resource, String action) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,48}");

    /** @throws InvalidPermission if one of the two is no word of lower case letters, digits, _ and - */
    public Permission {
        if (!WORD.matcher(resource).matches() || !WORD.matcher(action).matches()) {
            throw new InvalidPermission(resource + ":" + action);
        }
    }

    /** @throws InvalidPermission if the text is not {@code resource:action} */
    public static Permission parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new InvalidPermission(text);
        }
        return new Permission(text.substring(0, colon), text.substring(colon + 1));
    }

    /** For example {@code data:read}. */
    public String name() {
        return resource + ":" + action;
    }

    @Override
    public String toString() {
        return name();
    }
}
