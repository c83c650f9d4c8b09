package io.stockassistant.migrations.script;

import org.jspecify.annotations.Nullable;

/** What applies or undoes a migration, or is a backfill: an SQL file or a class. */
public sealed interface ScriptFile permits SqlFile, JavaFile, BackfillClass {

    /** What the history calls the script: for a file, its name behind the folders below the module's that it lies in. */
    String name();

    /** The same without folders. */
    String fileName();

    /** Where it is, for messages. */
    String path();

    /**
     * What it says about itself.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException if it cannot be read
     */
    Header header();

    /**
     * Flyway's checksum; a class need not have one.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException if it cannot be read
     */
    @Nullable
    Integer checksum();

    /**
     * Tells it from one with another content.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException if it cannot be read
     */
    int fingerprint();

    /** A line in it as messages name it; the whole of it where no line is known. */
    String place(@Nullable Integer line);
}
