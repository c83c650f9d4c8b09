package io.stockassistant.migrations.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A place that holds the files of one module, in folders below it too. */
public interface Location {

    /**
     * Every file in it, in no particular order.
     *
     * @throws IOException if the place is missing or cannot be read
     */
    List<SourceFile> list() throws IOException;

    /** The folder on disk in which files can be edited, when there is one. */
    Optional<Path> folder();

    /** Where classes among the files can be loaded from; they cannot be in a folder that is on no class path. */
    default Optional<ClassPackage> findClasses() {
        return Optional.empty();
    }

    /** Where it is, for messages and for stock Flyway: {@code filesystem:} or {@code classpath:} and a path. */
    String url();

    /** The same for people alone, where more can be said: in which jar. */
    default String place() {
        return url();
    }
}
