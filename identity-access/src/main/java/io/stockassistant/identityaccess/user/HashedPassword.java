package io.stockassistant.identityaccess.user;

/**
 * A salted hash of a password. It does not print itself: it is what an attacker needs to guess the password in peace.
 *
 * @param text as it is stored
 */
public record HashedPassword(String text) {

    @Override
    public String toString() {
        return "******";
    }
}
