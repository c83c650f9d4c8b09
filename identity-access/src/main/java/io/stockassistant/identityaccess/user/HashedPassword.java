package io.stockassistant.identityaccess.user;

import org.jspecify.annotations.Nullable;

/**
 * A salted hash of a password. It does not print itself, and is no record, whose components a JSON mapper would write: it
 * is what an attacker needs to guess the password in peace.
 */
public final class HashedPassword {

    private final String text;

    /** As it is stored. */
    public HashedPassword(String text) {
        this.text = text;
    }

    /** As it is stored. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HashedPassword hash && hash.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "******";
    }
}
