package io.stockassistant.identityaccess.apikey.application;

import io.stockassistant.identityaccess.apikey.ApiKeys;
import io.stockassistant.identityaccess.audit.Actor;
import org.springframework.transaction.annotation.Transactional;

/** Puts an API key out of force, for good. */
@Transactional
public class RevokeApiKey {

    private final ApiKeys keys;

    /** With the keys that there are. */
    public RevokeApiKey(ApiKeys keys) {
        this.keys = keys;
    }

    /**
     * Revokes it; a second time changes nothing.
     *
     * @throws io.stockassistant.identityaccess.apikey.NoSuchApiKey if the key is unknown
     */
    public void revoke(String accessKey, Actor actor) {
        keys.revoke(keys.get(accessKey), actor);
    }
}
