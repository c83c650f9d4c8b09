package io.stockassistant.identityaccess.apikey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that is to be stored.
 *
 * @param userId the user on whose behalf it acts
 * @param accessKey the public part
 * @param secret hash of the secret part
 * @param name what the user calls it
 * @param expiresAt from when on it is refused; null for never
 */
public record NewApiKey(
        int userId,
        String accessKey,
        SecretHash secret,
        @Nullable String name,
        @Nullable Instant expiresAt) {

    private static final int LONGEST_NAME = 100;

    /** @throws InvalidKeyName if the name is longer than 100 characters */
    public NewApiKey {
        if (name != null && name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new InvalidKeyName(LONGEST_NAME);
        }
    }
}
