package io.stockassistant.identityaccess.user;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.role.Permission;
import io.stockassistant.identityaccess.role.Role;
import java.util.List;
import java.util.Optional;

/** All accounts. */
public interface Users {

    /** @throws UserExists if the name or the e-mail address is taken */
    User add(NewUser user, HashedPassword password, Role role, Actor actor);

    /** Empty if there is none of that name. */
    Optional<User> find(String username);

    /** Empty if there is none of that number. */
    Optional<User> find(int id);

    /** Empty if nobody has that address; it is the same in upper and lower case. */
    Optional<User> findByEmail(String email);

    /** @throws NoSuchUser if there is none of that name */
    default User get(String username) {
        return find(username).orElseThrow(() -> new NoSuchUser(username));
    }

    /** The users that follow a name, by name; from the first on after an empty one. */
    List<User> listAfter(String username, int limit);

    /** Gives the user another role. */
    void assign(User user, Role role, Actor actor);

    /** Lets the user in, or keeps the user out. */
    void setActive(User user, boolean active, Actor actor);

    /**
     * Replaces the password if it is still that of {@code user}, and takes back the duty to change it.
     *
     * @return false if somebody else has changed it meanwhile; then nothing has happened
     */
    boolean changePassword(User user, HashedPassword password, Actor actor);

    /** Whether there is an active user of that number whose role has the permission. */
    boolean holds(int id, Permission permission);
}
