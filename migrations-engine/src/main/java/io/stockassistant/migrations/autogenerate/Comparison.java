package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.LikelyRename;
import io.stockassistant.migrations.change.Rename;
import java.util.List;

/**
 * The way from what the migrations of a module build to what it asks for, as far as it is decided.
 *
 * @param renames those that the script makes
 * @param questions what may be one thing under two names, and nobody has said so or otherwise
 * @param obsolete hints in models at former names that nothing has any more
 */
public record Comparison(
        ChangeScript script, List<Rename> renames, List<LikelyRename> questions, List<FormerName> obsolete) {

    public Comparison {
        renames = List.copyOf(renames);
        questions = List.copyOf(questions);
        obsolete = List.copyOf(obsolete);
    }
}
