package io.stockassistant.identityaccess.apikey;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program calls the application on behalf of a user.
 *
 * @param id assigned by the database
 * @param userId the user on whose behalf it acts
 * @param accessKey the public part, by which it is found
 * @param secret hash of the secret part
 * @param name what the user called it
 * @param active false once it is revoked
 * @param lastUsedAt to the minute; null when never
 * @param expiresAt from when on it is refused; null when never
 */
public record ApiKey(
        int id,
        int userId,
        String accessKey,
        SecretHash secret,
        @Nullable String name,
        boolean active,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt) {

    private static final Duration PRECISION_OF_USE = Duration.ofMinutes(1);

    /** Whether the key is in force at that time: not revoked, and not expired. */
    public boolean inForceAt(Instant time) {
        return active && (expiresAt == null || time.isBefore(expiresAt));
    }

    /** Whether its last use is recorded as of less than a minute before that time. */
    public boolean usedJustBefore(Instant time) {
        return lastUsedAt != null && lastUsedAt.isAfter(time.minus(PRECISION_OF_USE));
    }
}
