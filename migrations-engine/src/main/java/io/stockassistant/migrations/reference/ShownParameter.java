package io.stockassistant.migrations.reference;

/** What a command takes beside its options. */
public record ShownParameter(String label, String description, Values values) {}
