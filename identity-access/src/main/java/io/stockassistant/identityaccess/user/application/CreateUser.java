package io.stockassistant.identityaccess.user.application;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.role.Roles;
import io.stockassistant.identityaccess.user.HashedPassword;
import io.stockassistant.identityaccess.user.NewUser;
import io.stockassistant.identityaccess.user.PasswordHash;
import io.stockassistant.identityaccess.user.User;
import io.stockassistant.identityaccess.user.Users;
import org.springframework.transaction.annotation.Transactional;

/** Makes an account. */
@Transactional
public class CreateUser {

    private final Users users;
    private final Roles roles;
    private final PasswordHash passwords;

    /** With what an account is made of. */
    public CreateUser(Users users, Roles roles, PasswordHash passwords) {
        this.users = users;
        this.roles = roles;
        this.passwords = passwords;
    }

    /**
     * Creates an active user.
     *
     * @throws io.stockassistant.identityaccess.role.NoSuchRole if the role is unknown
     * @throws io.stockassistant.identityaccess.user.UserExists if the name or the e-mail address is taken
     */
    public User create(NewUser user, Actor actor) {
        HashedPassword password = passwords.hash(user.password());
        return users.add(user, password, roles.get(user.role()), actor);
    }
}
