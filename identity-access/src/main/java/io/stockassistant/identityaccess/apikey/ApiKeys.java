package io.stockassistant.identityaccess.apikey;

import io.stockassistant.identityaccess.audit.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All API keys. */
public interface ApiKeys {

    /** Stores a new key, in force at once. */
    ApiKey add(NewApiKey key, Actor actor);

    /** Empty if there is none with that public part. */
    Optional<ApiKey> find(String accessKey);

    /** @throws NoSuchApiKey if there is none with that public part */
    default ApiKey get(String accessKey) {
        return find(accessKey).orElseThrow(() -> new NoSuchApiKey(accessKey));
    }

    /** All keys of a user, the oldest first; those that are no longer in force too. */
    List<ApiKey> listOf(int userId);

    /**
     * Records a use.
     *
     * @return false if the key has been revoked meanwhile; then nothing has happened
     */
    boolean used(ApiKey key, Instant time);

    /** Puts the key out of force for good; a second time changes nothing. */
    void revoke(ApiKey key, Actor actor);
}
