package io.stockassistant.llmplatform.model;

import org.jspecify.annotations.Nullable;

/** The secret with which the application signs in at a model's endpoint. It does not print itself. */
public final class ProviderKey {

    /** What stands in its place wherever it would be shown. */
    public static final String MASK = "******";

    private final String secret;

    private ProviderKey(String secret) {
        this.secret = secret;
    }

    /** @throws InvalidModel if it is blank */
    public static ProviderKey of(String secret) {
        if (secret.isBlank()) {
            throw new InvalidModel("its key is empty; give the one that the vendor issued");
        }
        return new ProviderKey(secret);
    }

    /** The secret itself, for the call to the endpoint and for nobody else. */
    public String reveal() {
        return secret;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProviderKey key && key.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
