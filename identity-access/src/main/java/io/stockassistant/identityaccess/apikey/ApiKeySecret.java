package io.stockassistant.identityaccess.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The secret part of an API key. It does not print itself. */
public final class ApiKeySecret {

    private final String text;

    private ApiKeySecret(String text) {
        this.text = text;
    }

    /** What a caller presents, or what has just been drawn. */
    public static ApiKeySecret of(String text) {
        return new ApiKeySecret(text);
    }

    /**
     * The hash that is stored. One round of SHA-256 is enough: a secret is 256 random bits, which nobody can guess,
     * and a slow hash would slow every call of every program.
     */
    public SecretHash hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new SecretHash("sha256:" + HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The secret itself, to be shown once. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "******";
    }
}
