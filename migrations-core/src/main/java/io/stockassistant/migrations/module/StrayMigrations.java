package io.stockassistant.migrations.module;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Migrations in the folders in a folder that is no module itself. It may be a module, or hold modules, or neither:
 * nobody would run them, and nobody would say so.
 */
final class StrayMigrations {

    private static final Pattern NAME = Pattern.compile("(?:[VUB]\\d|R__).*\\.(?i:sql)");

    private StrayMigrations() {}

    static Optional<Problem> find(Path folder) throws IOException {
        if (folder.getFileName().toString().startsWith(".")) {
            return Optional.empty();
        }
        for (Path below : list(folder)) {
            if (Files.isDirectory(below) && FilesBelow.isPartOfModule(below)) {
                Optional<Path> migration = list(below).stream()
                        .filter(file ->
                                NAME.matcher(file.getFileName().toString()).matches())
                        .findFirst();
                if (migration.isPresent()) {
                    return migration.map(file -> problem(folder, file));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.naturalOrder()).toList();
        }
    }

    private static Problem problem(Path folder, Path migration) {
        return new Problem(
                ProblemCode.INVALID_MODULE,
                folder.getFileName().toString(),
                null,
                migration.toString(),
                folder + " is no module, and a folder in it holds migrations: " + migration + ".",
                "If it is one, write " + folder.resolve(FolderModules.DESCRIPTOR) + ", which may be empty; if the"
                        + " folders in it are modules, --modules " + folder + ". Otherwise move them elsewhere.");
    }
}
