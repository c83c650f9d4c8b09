package io.stockassistant.llmplatform.encryption;

import org.jspecify.annotations.Nullable;

/** An encrypted text cannot be read: its key is missing, or it was changed, or moved here from elsewhere. */
public final class UnreadableSecret extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableSecret(String owner, String reason, @Nullable Throwable cause) {
        super("the secret of '" + owner + "' cannot be read: " + reason, cause);
    }
}
