package io.stockassistant.shared.config;

/** A value and the name of the setting that gave it, for messages. */
record Named<T>(T value, String by) {}
