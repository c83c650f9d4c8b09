package io.stockassistant.identityaccess.apikey.application;

import io.stockassistant.identityaccess.apikey.ApiKeys;
import io.stockassistant.identityaccess.apikey.DrawApiKey;
import io.stockassistant.identityaccess.apikey.ExpiryInThePast;
import io.stockassistant.identityaccess.apikey.IssuedApiKey;
import io.stockassistant.identityaccess.apikey.NewApiKey;
import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.user.User;
import io.stockassistant.identityaccess.user.UserInactive;
import io.stockassistant.identityaccess.user.Users;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Gives a user a new API key. */
@Transactional
public class IssueApiKey {

    private final ApiKeys keys;
    private final Users users;
    private final Clock clock;
    private final DrawApiKey draw = new DrawApiKey();

    /** With the keys that there are and their users. */
    public IssueApiKey(ApiKeys keys, Users users, Clock clock) {
        this.keys = keys;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Issues it. The secret is in the answer and nowhere else.
     *
     * @param name what the user calls the key
     * @param expiresAt from when on it is refused; null for never
     * @throws io.stockassistant.identityaccess.user.NoSuchUser if the user is unknown
     * @throws UserInactive if the user is not active
     * @throws ExpiryInThePast if the key would never be accepted
     */
    public IssuedApiKey issue(String username, @Nullable String name, @Nullable Instant expiresAt, Actor actor) {
        User user = users.get(username);
        if (!user.active()) {
            throw new UserInactive(username);
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new ExpiryInThePast(expiresAt);
        }
        IssuedApiKey key = draw.draw(expiresAt);
        keys.add(new NewApiKey(user.id(), key.accessKey(), key.secret().hash(), name, expiresAt), actor);
        return key;
    }
}
