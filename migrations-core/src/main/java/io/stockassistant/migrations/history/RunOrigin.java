package io.stockassistant.migrations.history;

import org.jspecify.annotations.Nullable;

/**
 * Who runs what from where, for the journal.
 *
 * @param command as it was typed, without secrets
 * @param osUser the account on the machine that runs it
 * @param host the name of that machine
 */
public record RunOrigin(
        String command,
        String toolVersion,
        @Nullable String osUser,
        @Nullable String host) {}
