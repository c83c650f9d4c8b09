package io.stockassistant.llmplatform.model;

/** A model cannot be configured so. */
public final class InvalidModel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public InvalidModel(String reason) {
        super("the model cannot be configured: " + reason);
    }
}
