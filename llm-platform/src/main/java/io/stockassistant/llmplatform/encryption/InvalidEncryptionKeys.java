package io.stockassistant.llmplatform.encryption;

/** The configured keys cannot be used; the message says why, and not what they are. */
public final class InvalidEncryptionKeys extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidEncryptionKeys(String reason) {
        super("the encryption keys cannot be used: " + reason
                + "; write v1:KEY, and v2:KEY after a comma for the next one, each KEY from 'openssl rand -base64 32'");
    }
}
