package io.stockassistant.migrations.module;

import java.io.IOException;

/**
 * A file that can be read, wherever it lies.
 *
 * @param name its name without folders
 * @param path where it is, for messages
 * @param content reads it whole
 */
public record SourceFile(String name, String path, Content content) {

    /** Reads a file's bytes when they are asked for. */
    @FunctionalInterface
    public interface Content {
        byte[] read() throws IOException;
    }
}
