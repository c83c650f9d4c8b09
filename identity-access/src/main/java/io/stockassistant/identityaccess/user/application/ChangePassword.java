package io.stockassistant.identityaccess.user.application;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.user.HashedPassword;
import io.stockassistant.identityaccess.user.PasswordHash;
import io.stockassistant.identityaccess.user.PlainPassword;
import io.stockassistant.identityaccess.user.UnchangedPassword;
import io.stockassistant.identityaccess.user.User;
import io.stockassistant.identityaccess.user.Users;
import io.stockassistant.identityaccess.user.WrongPassword;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Lets a user choose a new password, as is the duty of one whose password somebody else chose. */
@Transactional
public class ChangePassword {

    private final Users users;
    private final PasswordHash passwords;

    /** With the users to change. */
    public ChangePassword(Users users, PasswordHash passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /**
     * Changes it. An unknown user, one that is not active, a wrong password, and one that was changed meanwhile are
     * refused alike, and after the same time.
     *
     * @throws WrongPassword if {@code current} does not open the account
     * @throws UnchangedPassword if the new password is the old one
     */
    public void change(String username, PlainPassword current, PlainPassword chosen) {
        Optional<User> found = users.find(username).filter(User::active);
        if (found.isEmpty()) {
            // As slow as a check, so that the time does not tell which names there are.
            passwords.hash(current);
            throw new WrongPassword();
        }
        User user = found.get();
        if (!passwords.matches(current, user.password())) {
            throw new WrongPassword();
        }
        if (passwords.matches(chosen, user.password())) {
            throw new UnchangedPassword();
        }
        HashedPassword hashed = passwords.hash(chosen);
        if (!users.changePassword(user, hashed, Actor.named(username))) {
            throw new WrongPassword();
        }
    }
}
