package io.stockassistant.shared.migration;

/**
 * Where an {@code init} takes place.
 *
 * @param embedded whether the database is on the embedded server, which listens to this machine alone
 * @param terminal whether a secret of an outcome can be shown to a person, and is kept nowhere
 */
public record InitPlace(boolean embedded, boolean terminal) {}
