package io.stockassistant.migrations.script;

import java.util.Optional;

/**
 * The name of a V, U or D file, or of the {@code .conf} file of one, taken apart.
 *
 * @param kind V, U or D
 * @param rest what stands behind the version
 */
public record VersionedName(char kind, Version version, String rest) {

    /** The parts of a file's name; empty for a file of another kind. */
    public static Optional<VersionedName> find(String fileName) {
        String script = fileName.endsWith(ScriptConf.SUFFIX)
                ? fileName.substring(0, fileName.length() - ScriptConf.SUFFIX.length())
                : fileName;
        char kind = fileName.isEmpty() ? ' ' : fileName.charAt(0);
        int words = script.indexOf("__");
        int rest = words < 0 ? script.length() - FileName.SUFFIX.length() : words;
        return FileName.find(script)
                .filter(each -> kind == 'V' || kind == 'U' || kind == 'D')
                .flatMap(each -> Optional.ofNullable(each.version()))
                .map(version -> new VersionedName(kind, version, fileName.substring(rest)));
    }

    /** The file that belongs to another version. */
    public VersionedName withVersion(Version other) {
        return new VersionedName(kind, other, rest);
    }

    /** Whether this is the script that applies a migration. */
    public boolean isUpgrade() {
        return kind == 'V' && FileName.isSql(rest);
    }

    /** Whether this is a backfill. */
    public boolean isBackfill() {
        return kind == 'D' && FileName.isSql(rest);
    }

    /** The name of the file. */
    @Override
    public String toString() {
        return kind + version.toString() + rest;
    }
}
