package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.script.Version;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The migrations of one module that others have too, as far as version control knows. Theirs may be applied anywhere,
 * and keep their versions; ours are the ones to move.
 */
public final class SharedMigrations {

    private final List<String> branches;
    private final NavigableSet<Version> versions;
    private final Set<Version> backfills;

    /**
     * @param branches those that others have, for messages; none where nobody can tell
     * @param versions of the module's migrations on any of them
     * @param backfills of its backfills
     */
    public SharedMigrations(List<String> branches, Set<Version> versions, Set<Version> backfills) {
        this.branches = List.copyOf(branches);
        this.versions = new TreeSet<>(versions);
        this.backfills = Set.copyOf(backfills);
    }

    /** Nobody can tell, so that no migration is ours alone. */
    public static SharedMigrations unknown() {
        return new SharedMigrations(List.of(), Set.of(), Set.of());
    }

    public List<String> branches() {
        return branches;
    }

    /** Whether a migration or a backfill is on none of these branches. */
    boolean lacks(Version version) {
        return !branches.isEmpty() && !versions.contains(version) && !backfills.contains(version);
    }

    /** Of the migrations: a backfill may come late. */
    Optional<Version> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.last());
    }

    @Override
    public String toString() {
        return String.join(", ", branches);
    }
}
