package io.stockassistant.migrations.script;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One versioned change of one module, as its files say it; or a baseline, which stands for several.
 *
 * @param description the words of the file name
 * @param upgrade the script that applies it
 * @param downgrade the script that undoes it, if there is one
 */
public record Migration(
        Revision revision,
        String description,
        ScriptFile upgrade,
        @Nullable ScriptFile downgrade) implements Change {

    @Override
    public String module() {
        return revision.module();
    }

    public Version version() {
        return revision.version();
    }

    public OptionalLong age() {
        return revision.version().age();
    }

    @Override
    public Optional<Version> findVersion() {
        return Optional.of(version());
    }

    /** Whether it stands for all migrations of its module up to its version, in a database that has none of them. */
    public boolean isBaseline() {
        return upgrade instanceof SqlFile && upgrade.fileName().startsWith("B");
    }

    @Override
    public @Nullable Integer checksum() {
        return upgrade.checksum();
    }

    @Override
    public Optional<ScriptFile> findDowngrade() {
        return Optional.ofNullable(downgrade);
    }

    /** There is one migration at an address. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Migration migration && revision.equals(migration.revision);
    }

    @Override
    public int hashCode() {
        return revision.hashCode();
    }

    @Override
    public String toString() {
        return revision.toString();
    }
}
