package io.stockassistant.identityaccess.apikey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as its user gets it. This is the only time that the secret can be shown: only its hash is stored.
 *
 * @param accessKey the public part
 * @param secret the secret part
 * @param expiresAt from when on it is refused; null for never
 */
public record IssuedApiKey(
        String accessKey, ApiKeySecret secret, @Nullable Instant expiresAt) {}
