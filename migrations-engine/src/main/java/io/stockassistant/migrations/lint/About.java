package io.stockassistant.migrations.lint;

/**
 * What a rule is about.
 *
 * @param code stable, for configuration and suppressions: words in kebab case
 * @param severity how bad it is, if nobody says otherwise
 * @param title what is found, as a heading
 * @param reason why it matters: one sentence
 * @param safer what to do instead, in general; with SQL, for the documentation
 */
public record About(String code, Severity severity, String title, String reason, String safer) {}
