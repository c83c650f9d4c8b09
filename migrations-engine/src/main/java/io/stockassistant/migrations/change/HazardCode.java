package io.stockassistant.migrations.change;

/** What a statement may do to those who use the database. */
public enum HazardCode {
    /** Values are gone afterwards, and no way back restores them. */
    DATA_LOSS,
    /** An object is dropped and made again under the same name: what was in it or hung on it does not come back. */
    REPLACES_OBJECT,
    /** Whether it succeeds depends on the rows that are there. */
    DATA_DEPENDENT,
    /** The server writes the whole table anew. */
    REWRITE,
    /** Others wait while it runs, and it runs the longer, the more rows there are. */
    LOCK,
    /** It must be committed on its own. */
    NON_TRANSACTIONAL,
    /** An application that was written for the schema before it fails on the schema after it. */
    BACKWARD_INCOMPATIBLE,
    /** It changes who may do what. */
    AUTHZ,
    /** There is no statement that takes it back. */
    IRREVERSIBLE
}
