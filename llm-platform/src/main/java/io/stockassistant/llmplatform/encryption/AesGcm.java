package io.stockassistant.llmplatform.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals texts by AES-256-GCM (NIST SP 800-38D). A sealed text reads {@code v1:}, the version of its key, and the
 * base64 of a random nonce of 12 bytes, the ciphertext and a tag of 16 bytes. It is bound to its owner: moved to
 * another one, it does not open.
 */
public final class AesGcm {

    private static final Pattern SEALED = Pattern.compile("v([1-9][0-9]{0,5}):([A-Za-z0-9+/=]+)");
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final EncryptionKeys keys;
    private final SecureRandom random = new SecureRandom();

    /** With the keys of this installation. */
    public AesGcm(EncryptionKeys keys) {
        this.keys = keys;
    }

    /** Seals by the newest key; another text each time. */
    public String seal(String owner, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.newestKey(), nonce, owner).doFinal(bytes(secret));
            byte[] whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return "v" + keys.newest() + ":" + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /**
     * Opens what {@link #seal} made for the same owner.
     *
     * @throws UnreadableSecret if the key is missing, or the text was changed or sealed for another owner
     */
    public String open(String owner, String sealed) {
        Matcher parts = SEALED.matcher(sealed);
        if (!parts.matches()) {
            throw new UnreadableSecret(owner, "it was not encrypted by this application; enter it again", null);
        }
        int version = Integer.parseInt(parts.group(1));
        SecretKey key = keys.find(version)
                .orElseThrow(() -> new UnreadableSecret(
                        owner, "the encryption key v" + version + " is not configured; add it again", null));
        try {
            byte[] whole = Base64.getDecoder().decode(parts.group(2));
            if (whole.length < NONCE_BYTES + TAG_BYTES) {
                throw new UnreadableSecret(owner, "it is cut off; enter it again", null);
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] secret = cipher(Cipher.DECRYPT_MODE, key, nonce, owner)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            throw new UnreadableSecret(
                    owner,
                    "it was changed, comes from another owner, or v" + version + " is another key; enter it again",
                    changed);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(bytes(owner));
        return cipher;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
