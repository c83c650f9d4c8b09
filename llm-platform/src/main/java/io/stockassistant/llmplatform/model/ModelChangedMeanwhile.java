package io.stockassistant.llmplatform.model;

/** Somebody else changed the model after it was read. */
public final class ModelChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public ModelChangedMeanwhile(String alias) {
        super("the model '" + alias + "' was changed meanwhile: read it again and repeat the change");
    }
}
