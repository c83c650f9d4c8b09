package io.stockassistant.llmplatform.model;

/** No active model has the tag. */
public final class NoModelFits extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public NoModelFits(String tag) {
        super("no active model has the tag '" + tag + "': register one, activate one, or give one the tag");
    }
}
