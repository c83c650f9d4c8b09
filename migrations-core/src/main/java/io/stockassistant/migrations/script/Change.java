package io.stockassistant.migrations.script;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a module wants of its database, in files: a migration with a version, or one that is run whenever it changes. */
public sealed interface Change permits Migration, Repeatable {

    String module();

    /** The words of the file name. */
    String description();

    /** Its version, if it has one. */
    Optional<Version> findVersion();

    /** The script that applies it. */
    ScriptFile upgrade();

    /** The script that undoes it, if there is one. */
    Optional<ScriptFile> findDowngrade();

    /** What the history keeps to tell an edited file from the one that ran; a class need not have it. */
    @Nullable
    Integer checksum();
}
