package io.stockassistant.shared.config;

import org.jspecify.annotations.Nullable;

/** A password that does not print itself: not in a message, a log, or the text of a record that holds it. */
public final class Password {

    private final String secret;

    private Password(String secret) {
        this.secret = secret;
    }

    /** @throws IllegalArgumentException if it is empty: an empty password is no password */
    public static Password of(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("an empty password");
        }
        return new Password(secret);
    }

    /** The password itself, for the driver and nobody else. */
    public String reveal() {
        return secret;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Password password && password.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "******";
    }
}
