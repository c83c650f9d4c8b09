package io.stockassistant.identityaccess.apikey;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Draws new keys at random. */
public final class DrawApiKey {

    private static final int ACCESS_KEY_BYTES = 15;
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A key like no other: 120 random bits to find it by, 256 to keep. */
    public IssuedApiKey draw(@Nullable Instant expiresAt) {
        return new IssuedApiKey("ak_" + text(ACCESS_KEY_BYTES), ApiKeySecret.of("sk_" + text(SECRET_BYTES)), expiresAt);
    }

    private String text(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
