package io.stockassistant.llmplatform.encryption;

import java.util.Base64;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys by which secrets are encrypted, each with its version. New texts take the newest; the older ones stay as
 * long as there are texts that were written with them. It does not print itself.
 */
public final class EncryptionKeys {

    private static final Pattern ENTRY = Pattern.compile("v([1-9][0-9]{0,5}):([A-Za-z0-9+/=]+)");
    private static final int KEY_BYTES = 32;

    private final NavigableMap<Integer, SecretKey> keys;

    private EncryptionKeys(NavigableMap<Integer, SecretKey> keys) {
        this.keys = keys;
    }

    /**
     * Reads {@code v1:BASE64,v2:BASE64}, in any order; each key is 32 random bytes.
     *
     * @throws InvalidEncryptionKeys if the text is anything else; the message does not repeat it
     */
    public static EncryptionKeys parse(String text) {
        if (text.isBlank()) {
            throw new InvalidEncryptionKeys("there is none (property llm.encryption-keys, LLM_ENCRYPTION_KEYS)");
        }
        NavigableMap<Integer, SecretKey> keys = new TreeMap<>();
        String[] entries = text.split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            Matcher entry = ENTRY.matcher(entries[i].strip());
            if (!entry.matches()) {
                throw new InvalidEncryptionKeys("entry " + (i + 1) + " is not v<number>:<base64>");
            }
            int version = Integer.parseInt(entry.group(1));
            if (keys.put(version, key(version, entry.group(2))) != null) {
                throw new InvalidEncryptionKeys("v" + version + " is given twice");
            }
        }
        return new EncryptionKeys(keys);
    }

    private static SecretKey key(int version, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw new InvalidEncryptionKeys("v" + version + " is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new InvalidEncryptionKeys("v" + version + " has " + bytes.length + " bytes, not " + KEY_BYTES);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    int newest() {
        return keys.lastKey();
    }

    Optional<SecretKey> find(int version) {
        return Optional.ofNullable(keys.get(version));
    }

    SecretKey newestKey() {
        return keys.lastEntry().getValue();
    }

    @Override
    public String toString() {
        return "EncryptionKeys" + keys.keySet();
    }
}
