package io.stockassistant.identityaccess.user.application;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.user.Users;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a user out: no sign-in, no permission, no API key. */
@Transactional
public class DeactivateUser {

    private final Users users;

    /** With the users to change. */
    public DeactivateUser(Users users) {
        this.users = users;
    }

    /**
     * Deactivates the user; a second time changes nothing.
     *
     * @throws io.stockassistant.identityaccess.user.NoSuchUser if the user is unknown
     */
    public void deactivate(String username, Actor actor) {
        users.setActive(users.get(username), false, actor);
    }
}
