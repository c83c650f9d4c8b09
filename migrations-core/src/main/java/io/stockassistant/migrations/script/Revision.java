package io.stockassistant.migrations.script;

import java.util.Optional;

/** The address of a migration: {@code module@version}. */
public record Revision(String module, Version version) {

    /** The revision that a text says, if it has the form {@code module@version}. */
    public static Optional<Revision> find(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String module = text.substring(0, at);
        return Version.find(text.substring(at + 1)).map(version -> new Revision(module, version));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Revision revision && module.equals(revision.module) && version.equals(revision.version);
    }

    @Override
    public int hashCode() {
        return 31 * module.hashCode() + version.hashCode();
    }

    @Override
    public String toString() {
        return module + "@" + version;
    }
}
