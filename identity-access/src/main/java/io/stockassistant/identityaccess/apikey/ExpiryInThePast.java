package io.stockassistant.identityaccess.apikey;

import java.time.Instant;

/** A key would have expired before it is issued. */
public final class ExpiryInThePast extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public ExpiryInThePast(Instant expiresAt) {
        super("an API key that expires at " + expiresAt + " would never be accepted: choose a later time");
    }
}
