package io.stockassistant.llmplatform.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A language model that the application may call.
 *
 * @param alias the unique name under which the application asks for it; never changes
 * @param details what can be changed
 * @param active whether it may be used
 * @param updatedAt when it was last changed: a change names by it the state that it was made from. Null for a row
 *     that somebody else wrote without a time
 */
public record ModelConfiguration(
        String alias,
        ModelDetails details,
        boolean active,
        @Nullable Instant updatedAt) {}
