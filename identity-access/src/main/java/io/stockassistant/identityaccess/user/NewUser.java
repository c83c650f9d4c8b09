package io.stockassistant.identityaccess.user;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An account that is to be made.
 *
 * @param username 1 to 50 letters, digits, dots, underscores and hyphens
 * @param email at most 100 characters; kept in lower case, so that one mailbox is one account
 * @param password the first password
 * @param role name of the user's role
 * @param mustChangePassword whether the user must choose another password at the first sign-in
 */
public record NewUser(String username, String email, PlainPassword password, String role, boolean mustChangePassword) {

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    /** @throws InvalidUser if the name or the address cannot be one */
    public NewUser {
        if (!USERNAME.matcher(username).matches()) {
            throw new InvalidUser("the name '" + username
                    + "' cannot be used: take 1 to 50 letters, digits, dots, underscores and hyphens");
        }
        email = email.toLowerCase(Locale.ROOT);
        if (email.length() > 100 || !EMAIL.matcher(email).matches()) {
            throw new InvalidUser("'" + email + "' is no e-mail address of at most 100 characters");
        }
    }
}
