package io.stockassistant.migrations.cli;

import java.nio.file.Path;

/** Paths as a person would type them. */
final class ShortPath {

    private ShortPath() {}

    /** From the working folder on where it is below that, otherwise as it is. */
    static String of(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.isAbsolute() && path.startsWith(here)
                ? here.relativize(path).toString()
                : path.toString();
    }
}
