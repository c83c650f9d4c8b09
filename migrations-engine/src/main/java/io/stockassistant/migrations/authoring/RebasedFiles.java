package io.stockassistant.migrations.authoring;

import java.nio.file.Path;
import java.util.List;

/**
 * What a rebase does to files.
 *
 * @param renamed as {@code old -> new}, the old name with the folders below the module's
 * @param updated the files whose content changed, by their new names
 */
public record RebasedFiles(List<String> renamed, List<Path> updated) {

    public RebasedFiles {
        renamed = List.copyOf(renamed);
        updated = List.copyOf(updated);
    }
}
