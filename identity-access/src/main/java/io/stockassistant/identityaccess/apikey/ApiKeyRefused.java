package io.stockassistant.identityaccess.apikey;

/** An API key is not accepted. Unknown, wrong, expired and revoked keys and those of inactive users look the same to the caller. */
public final class ApiKeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public ApiKeyRefused() {
        super("the API key is not accepted: check both of its parts, or have a new one issued");
    }
}
