package io.stockassistant.identityaccess.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The hash of an API key's secret. It does not print itself.
 *
 * @param text the name of the hash function, a colon, and the hash in hexadecimal digits
 */
public record SecretHash(String text) {

    /** Whether it is the hash of that secret; takes the same time wherever the first difference is. */
    public boolean matches(ApiKeySecret secret) {
        return MessageDigest.isEqual(bytes(text), bytes(secret.hash().text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "******";
    }
}
