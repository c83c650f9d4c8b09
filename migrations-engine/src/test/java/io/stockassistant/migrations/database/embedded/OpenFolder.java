package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A temporary folder that every user may enter, as the one that root starts the server as must. */
record OpenFolder(Path path) implements AutoCloseable {

    static OpenFolder create() throws IOException {
        Path folder = Files.createTempDirectory("embedded server ");
        Folders.letOthersEnter(folder);
        return new OpenFolder(folder);
    }

    Path dataRoot() {
        return path.resolve(".data");
    }

    /** Removes the content of the data root but for the unpacked programs, which take a second to unpack. */
    void clear() throws IOException {
        EmbeddedServer.at(dataRoot()).stop();
        try (Stream<Path> content = Files.list(dataRoot())) {
            for (Path path : content.toList()) {
                if (!path.getFileName().toString().startsWith("binaries-")) {
                    Folders.delete(path);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        EmbeddedServer.at(dataRoot()).stop();
        Folders.delete(path);
    }
}
