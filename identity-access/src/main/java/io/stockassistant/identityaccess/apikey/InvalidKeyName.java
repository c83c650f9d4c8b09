package io.stockassistant.identityaccess.apikey;

/** The name of an API key is too long. */
public final class InvalidKeyName extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidKeyName(int longest) {
        super("the name of an API key has at most " + longest + " characters: choose a shorter one");
    }
}
