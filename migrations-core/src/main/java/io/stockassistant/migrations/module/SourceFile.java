package io.stockassistant.migrations.module;

import java.io.IOException;

/**
 * A file that can be read, wherever it lies.
 *
 * @param name its name; for a file in a folder below the location with that folder, as {@code 2026/V2__b.sql}
 * @param path where it is, for messages
 * @param content reads it whole
 */
public record SourceFile(String name, String path, Content content) {

    /** The end of the name of a compiled class. */
    public static final String CLASS = ".class";

    /** Whether it is a compiled class. */
    public boolean isClass() {
        return name.endsWith(CLASS);
    }

    /** Reads a file's bytes when they are asked for. */
    @FunctionalInterface
    public interface Content {
        byte[] read() throws IOException;
    }

    /** Its name without folders. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
