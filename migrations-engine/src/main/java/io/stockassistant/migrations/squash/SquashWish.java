package io.stockassistant.migrations.squash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param modules by name, at least one
 * @param to the newest migration to squash, each module's head if absent; for one module also the beginning of a
 *     version
 * @param lastRelease the last release that has the squashed files, for databases that lack some of them
 */
public record SquashWish(
        List<String> modules, @Nullable String to, @Nullable String lastRelease) {

    public SquashWish {
        modules = List.copyOf(modules);
        if (modules.isEmpty()) {
            throw new IllegalArgumentException("no module is named");
        }
    }
}
