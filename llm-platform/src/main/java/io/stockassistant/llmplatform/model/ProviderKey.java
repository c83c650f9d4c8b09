package io.stockassistant.llmplatform.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The secret with which the application signs in at a model's endpoint. It does not print itself. */
public final class ProviderKey {

    /** What stands in its place wherever it would be shown. */
    public static final String MASK = "******";

    private final @Nullable String secret;
    private final @Nullable RuntimeException reason;

    private ProviderKey(@Nullable String secret, @Nullable RuntimeException reason) {
        this.secret = secret;
        this.reason = reason;
    }

    /** @throws InvalidModel if it is blank, or has a NUL character, which PostgreSQL does not keep */
    public static ProviderKey of(String secret) {
        if (secret.isBlank() || secret.indexOf('\0') >= 0) {
            throw new InvalidModel("its key is empty or has a NUL character; give the one that the vendor issued");
        }
        return new ProviderKey(secret, null);
    }

    /** One that is stored, but cannot be read: its model is shown and changed as any other, to enter the key again. */
    public static ProviderKey unreadable(RuntimeException reason) {
        return new ProviderKey(null, reason);
    }

    /**
     * The secret itself, for the call to the endpoint and for nobody else. Throws the reason if it cannot be read.
     */
    public String reveal() {
        if (secret == null) {
            throw Objects.requireNonNull(reason);
        }
        return secret;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProviderKey key && Objects.equals(key.secret, secret) && key.reason == reason;
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(secret);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
