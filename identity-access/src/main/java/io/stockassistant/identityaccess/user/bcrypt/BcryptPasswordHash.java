package io.stockassistant.identityaccess.user.bcrypt;

import io.stockassistant.identityaccess.user.HashedPassword;
import io.stockassistant.identityaccess.user.PasswordHash;
import io.stockassistant.identityaccess.user.PlainPassword;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Hashes passwords by bcrypt. */
public final class BcryptPasswordHash implements PasswordHash {

    private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    private final int cost;

    /**
     * One more of cost takes twice the time; 12 takes about a quarter of a second.
     *
     * @throws IllegalArgumentException if the cost is not 4 to 31
     */
    public BcryptPasswordHash(int cost) {
        if (cost < 4 || cost > 31) {
            throw new IllegalArgumentException("the cost of bcrypt is 4 to 31, not " + cost);
        }
        this.cost = cost;
    }

    @Override
    public HashedPassword hash(PlainPassword password) {
        return new HashedPassword(BCrypt.hashpw(password.reveal(), BCrypt.gensalt(cost)));
    }

    @Override
    public boolean matches(PlainPassword password, HashedPassword hash) {
        return HASH.matcher(hash.text()).matches() && BCrypt.checkpw(password.reveal(), hash.text());
    }
}
