package io.stockassistant.llmplatform.model;

/** There is no such model. */
public final class NoSuchModel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public NoSuchModel(String alias) {
        super("there is no model '" + alias + "'; RegisterModel makes it known");
    }
}
