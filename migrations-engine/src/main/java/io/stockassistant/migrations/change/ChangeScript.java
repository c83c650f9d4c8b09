package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Difference;
import java.util.List;

/**
 * The way from one schema to another.
 *
 * @param statements in order; none where nothing differs
 * @param unresolved what would still differ after them: kinds of objects that no statement here knows
 * @param renames those that it makes
 * @param likelyRenames what is dropped and made here, and may be one object under two names
 */
public record ChangeScript(
        List<SchemaStatement> statements,
        List<Difference> unresolved,
        List<Rename> renames,
        List<LikelyRename> likelyRenames) {

    public ChangeScript {
        statements = List.copyOf(statements);
        unresolved = List.copyOf(unresolved);
        renames = List.copyOf(renames);
        likelyRenames = List.copyOf(likelyRenames);
    }
}
