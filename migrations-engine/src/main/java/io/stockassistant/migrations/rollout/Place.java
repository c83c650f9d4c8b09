package io.stockassistant.migrations.rollout;

/** Where in a rollout a statement may stand, in this order. */
enum Place {
    MAIN(""),
    /** Rows that were there before are read, while others go on reading and writing. */
    VALIDATION("validate"),
    /** Without a transaction. */
    INDEXES("indexes"),
    /** What needs the new keys. */
    REFERENCES("references"),
    VALIDATION_OF_REFERENCES("validate references");

    private final String suffix;

    Place(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }
}
