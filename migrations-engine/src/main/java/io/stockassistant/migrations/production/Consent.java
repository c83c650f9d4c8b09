package io.stockassistant.migrations.production;

/**
 * What the command line allows beyond what it asks for.
 *
 * @param downgrade to undo migrations
 * @param dataLoss to drop or empty tables, and to drop or rewrite columns
 * @param cascade to touch modules that no target names
 */
public record Consent(boolean downgrade, boolean dataLoss, boolean cascade) {}
