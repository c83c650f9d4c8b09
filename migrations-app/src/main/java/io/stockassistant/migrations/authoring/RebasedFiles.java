package io.stockassistant.migrations.authoring;

import java.nio.file.Path;
import java.util.List;

/**
 * What a rebase did to files.
 *
 * @param renamed as {@code old -> new}, names without folders
 * @param updated the files whose content changed, by their new names
 */
public record RebasedFiles(List<String> renamed, List<Path> updated) {

    public RebasedFiles {
        renamed = List.copyOf(renamed);
        updated = List.copyOf(updated);
    }
}
