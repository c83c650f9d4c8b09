package io.stockassistant.identityaccess.apikey.application;

import io.stockassistant.identityaccess.apikey.ApiKey;
import io.stockassistant.identityaccess.apikey.ApiKeyRefused;
import io.stockassistant.identityaccess.apikey.ApiKeySecret;
import io.stockassistant.identityaccess.apikey.ApiKeys;
import io.stockassistant.identityaccess.user.User;
import io.stockassistant.identityaccess.user.Users;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Tells on whose behalf a program calls. */
@Transactional
public class VerifyApiKey {

    private final ApiKeys keys;
    private final Users users;
    private final Clock clock;

    /** With the keys that there are and their users. */
    public VerifyApiKey(ApiKeys keys, Users users, Clock clock) {
        this.keys = keys;
        this.users = users;
        this.clock = clock;
    }

    /**
     * The active user whose key it is; records the use, to the minute.
     *
     * @throws ApiKeyRefused if the key is unknown, wrong, expired or revoked, or its user is not active
     */
    public User verify(String accessKey, ApiKeySecret secret) {
        Instant now = clock.instant();
        ApiKey key = keys.find(accessKey)
                .filter(each -> each.secret().matches(secret))
                .filter(each -> each.inForceAt(now))
                .orElseThrow(ApiKeyRefused::new);
        User user = users.find(key.userId()).filter(User::active).orElseThrow(ApiKeyRefused::new);
        // A key in steady use does not write a row at every call.
        if (!key.usedJustBefore(now) && !keys.used(key, now)) {
            throw new ApiKeyRefused();
        }
        return user;
    }
}
