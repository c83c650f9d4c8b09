package io.stockassistant.migrations.script;

/**
 * A data migration in batches, {@code D<version>__words.sql} or a class {@code D<version>__Words}: what is done for one
 * range of keys after the other. Its version is of the same space as those of its module's migrations.
 *
 * @param description the words of the file name
 */
public record Backfill(Revision revision, String description, ScriptFile file) {

    public String module() {
        return revision.module();
    }

    public Version version() {
        return revision.version();
    }

    /**
     * Of its text; of a class, of its header lines.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException if it cannot be read
     */
    public int checksum() {
        return file().fingerprint();
    }

    /** There is one backfill at an address. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Backfill backfill && revision.equals(backfill.revision);
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
