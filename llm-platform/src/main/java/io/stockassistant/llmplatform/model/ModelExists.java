package io.stockassistant.llmplatform.model;

/** The alias is taken. */
public final class ModelExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public ModelExists(String alias, Throwable cause) {
        super("there is a model '" + alias + "': change it, or choose another alias", cause);
    }
}
