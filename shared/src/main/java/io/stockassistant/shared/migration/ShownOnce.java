package io.stockassistant.shared.migration;

import io.stockassistant.shared.config.Password;

/**
 * A secret that a person is shown once. It does not print itself.
 *
 * @param label what it is, as the beginning of a sentence: {@code The first password of the administrator ann}
 */
public record ShownOnce(String label, Password secret) {}
