package io.stockassistant.shared.naming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A name of at most as many bytes as PostgreSQL keeps; it would cut the rest off without an error. */
final class Identifier {

    static final int LONGEST_BYTES = 63;

    private static final int DIGEST_BYTES = 5;

    private Identifier() {}

    static boolean fits(String name) {
        return bytes(name) <= LONGEST_BYTES;
    }

    /** The name itself, or its beginning and a digest of the whole. */
    static String shortened(String name) {
        if (fits(name)) {
            return name;
        }
        String digest = "_" + digest(name);
        int end = name.length();
        while (bytes(name.substring(0, end)) + digest.length() > LONGEST_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + digest;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
