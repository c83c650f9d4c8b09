package io.stockassistant.identityaccess;

import io.stockassistant.identityaccess.user.InvalidUser;
import io.stockassistant.identityaccess.user.NewUser;
import io.stockassistant.identityaccess.user.PasswordHash;
import io.stockassistant.identityaccess.user.PlainPassword;
import io.stockassistant.identityaccess.user.UnusablePassword;
import io.stockassistant.identityaccess.user.bcrypt.BcryptPasswordHash;
import io.stockassistant.shared.config.ConfigurationException;
import io.stockassistant.shared.config.Password;
import io.stockassistant.shared.config.Variables;
import io.stockassistant.shared.migration.InitPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who the first administrator shall be, as the environment or {@code .env} says.
 *
 * @param drawn whether the password was drawn at random, because none was given
 * @param passwords hashes as the application does
 */
record AdministratorSettings(NewUser user, boolean drawn, PasswordHash passwords) {

    static final String NAME = "INIT_ADMIN_NAME";
    static final String EMAIL = "INIT_ADMIN_EMAIL";
    static final String PASSWORD = "INIT_ADMIN_PASSWORD";
    static final String PASSWORD_FILE = PASSWORD + "_FILE";
    static final String COST = "IDENTITY_BCRYPT_COST";

    /**
     * Takes nothing for granted but on the embedded server: there the name is admin, the address NAME@localhost. A
     * database that is configured may be anybody's.
     */
    static AdministratorSettings read(Variables settings, InitPlace place) {
        boolean embedded = place.embedded();
        boolean terminal = place.terminal();
        PasswordHash passwords = hash(settings);
        Optional<String> name = settings.find(NAME).or(() -> embedded ? Optional.of("admin") : Optional.empty());
        Optional<String> email =
                settings.find(EMAIL).or(() -> embedded ? name.map(each -> each + "@localhost") : Optional.empty());
        Optional<Password> password = settings.findPassword(PASSWORD);
        if (name.isEmpty() || email.isEmpty() || (password.isEmpty() && !terminal)) {
            throw missing(name.isEmpty(), email.isEmpty(), password.isEmpty(), terminal);
        }
        return new AdministratorSettings(
                user(
                        name.get(),
                        email.get(),
                        password.map(AdministratorSettings::chosen).orElseGet(PlainPassword::drawn)),
                password.isEmpty(),
                passwords);
    }

    private static PasswordHash hash(Variables settings) {
        String cost = settings.find(COST).orElse(String.valueOf(IdentityAccessConfiguration.DEFAULT_COST));
        try {
            return new BcryptPasswordHash(Integer.parseInt(cost));
        } catch (IllegalArgumentException e) {
            throw ConfigurationException.invalid(
                    COST + " is \"" + cost + "\", which is no cost of bcrypt.",
                    "Set it to a number from 4 to 31 as in the application, or unset it in both places ("
                            + IdentityAccessConfiguration.DEFAULT_COST + ").",
                    e);
        }
    }

    private static NewUser user(String name, String email, PlainPassword password) {
        try {
            return new NewUser(name, email, password, FirstAdministrator.ROLE, true);
        } catch (InvalidUser e) {
            throw ConfigurationException.invalid(
                    "The first administrator cannot be made: " + e.getMessage() + ".",
                    "Set " + NAME + " and " + EMAIL + " in the environment or .env.",
                    e);
        }
    }

    private static PlainPassword chosen(Password given) {
        try {
            return PlainPassword.chosen(given.reveal());
        } catch (UnusablePassword e) {
            throw ConfigurationException.invalid(
                    "The first administrator cannot be made: " + e.getMessage() + ".",
                    "Write another one to where " + PASSWORD_FILE + " or " + PASSWORD + " says.",
                    e);
        }
    }

    private static ConfigurationException missing(boolean name, boolean email, boolean password, boolean terminal) {
        List<String> unset = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        if (name) {
            unset.add(NAME);
            remedies.add(NAME + "=ann");
        }
        if (email) {
            unset.add(EMAIL);
            remedies.add(EMAIL + "=ann@example.org");
        }
        if (password) {
            remedies.add(PASSWORD_FILE + "=FILE with the first password in its first line");
        }
        String words =
                unset.isEmpty() ? "" : String.join(" and ", unset) + (name && email ? " are" : " is") + " not set";
        String noPassword = password && !terminal
                ? (words.isEmpty() ? "" : "; ")
                        + "no password is set, and there is no terminal to show a drawn one on (a container keeps what its"
                        + " terminal shows)"
                : "";
        return ConfigurationException.invalid(
                "The first administrator cannot be made: " + words + noPassword + ".",
                "Set " + String.join(", ", remedies) + (password && terminal ? " (or one is drawn and shown here)" : "")
                        + ". To upgrade without one: migrations upgrade");
    }
}
