package io.stockassistant.migrations.database.embedded;

import java.io.IOException;

/** Work on files and processes, which may fail as such work does. */
@FunctionalInterface
interface FileWork<T> {
    T run() throws IOException;
}
