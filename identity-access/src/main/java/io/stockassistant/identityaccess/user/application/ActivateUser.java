package io.stockassistant.identityaccess.user.application;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.user.Users;
import org.springframework.transaction.annotation.Transactional;

/** Lets a user in again. */
@Transactional
public class ActivateUser {

    private final Users users;

    /** With the users to change. */
    public ActivateUser(Users users) {
        this.users = users;
    }

    /**
     * Activates the user; a second time changes nothing.
     *
     * @throws io.stockassistant.identityaccess.user.NoSuchUser if the user is unknown
     */
    public void activate(String username, Actor actor) {
        users.setActive(users.get(username), true, actor);
    }
}
