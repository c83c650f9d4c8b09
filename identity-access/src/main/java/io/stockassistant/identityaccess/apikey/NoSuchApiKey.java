package io.stockassistant.identityaccess.apikey;

/** There is no such API key. */
public final class NoSuchApiKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public NoSuchApiKey(String accessKey) {
        super("there is no API key '" + accessKey + "'; check it against the list of the user's keys");
    }
}
