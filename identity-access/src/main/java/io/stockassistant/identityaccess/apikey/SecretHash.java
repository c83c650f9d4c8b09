package io.stockassistant.identityaccess.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The hash of an API key's secret. It does not print itself, and is no record, whose components a JSON mapper would write. */
public final class SecretHash {

    private final String text;

    /** From the name of the hash function, a colon, and the hash in hexadecimal digits. */
    public SecretHash(String text) {
        this.text = text;
    }

    /** As it is stored. */
    public String text() {
        return text;
    }

    /** Whether it is the hash of that secret; takes the same time wherever the first difference is. */
    public boolean matches(ApiKeySecret secret) {
        return MessageDigest.isEqual(bytes(text), bytes(secret.hash().text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretHash hash && hash.text.equals(text);
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
