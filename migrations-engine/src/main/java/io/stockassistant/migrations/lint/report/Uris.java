package io.stockassistant.migrations.lint.report;

import java.net.URI;
import java.net.URISyntaxException;

/** Files as programs that read reports know them: from the root of the project on, with slashes. */
final class Uris {

    private Uris() {}

    static String of(String file) {
        String path = path(file);
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            return path;
        }
    }

    /** The same without escapes. */
    static String path(String file) {
        String path = file.replace('\\', '/');
        return path.startsWith("./") ? path.substring(2) : path;
    }
}
