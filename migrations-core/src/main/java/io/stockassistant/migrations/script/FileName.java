package io.stockassistant.migrations.script;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a migration file says, in Flyway's default naming; versions with a sign or with digits other than 0
 * to 9, which Flyway takes too, are none.
 *
 * @param version absent for a repeatable migration alone
 * @param description with spaces for underscores; empty where the name has none
 */
record FileName(Kind kind, @Nullable Version version, String description) {

    /** What a file is for, by the first letter of its name. */
    enum Kind {
        UPGRADE,
        DOWNGRADE,
        /** Stands for all migrations up to its version, in a database that has none of them. */
        BASELINE,
        /** A data migration in batches. */
        BACKFILL,
        REPEATABLE
    }

    static final String SUFFIX = ".sql";

    private static final String BEFORE_WORDS = "__";

    /** Whether a file is SQL, and so has to have one of the forms. */
    static boolean isSql(String name) {
        int end = name.length() - SUFFIX.length();
        return name.regionMatches(true, end, SUFFIX, 0, SUFFIX.length());
    }

    /**
     * Whether the name of a script, or of its configuration, is not what the file is called: where the locale is not
     * UTF-8, Java puts a replacement character for each byte that it cannot read.
     */
    static boolean isUndecoded(String name) {
        return name.indexOf('\uFFFD') >= 0 && (isSql(name) || name.endsWith(SUFFIX + ScriptConf.SUFFIX));
    }

    /** @param name without folders */
    static Optional<FileName> find(String name) {
        if (!isSql(name)) {
            return Optional.empty();
        }
        String stem = name.substring(0, name.length() - SUFFIX.length());
        int words = stem.indexOf(BEFORE_WORDS);
        String address = words < 0 ? stem : stem.substring(0, words);
        String description =
                words < 0 ? "" : stem.substring(words + BEFORE_WORDS.length()).replace('_', ' ');
        if (address.equals("R")) {
            return Optional.of(new FileName(Kind.REPEATABLE, null, description));
        }
        Kind kind = address.isEmpty() ? null : versioned(address.charAt(0));
        return kind == null
                ? Optional.empty()
                : Version.find(address.substring(1)).map(version -> new FileName(kind, version, description));
    }

    private static @Nullable Kind versioned(char letter) {
        return switch (letter) {
            case 'V' -> Kind.UPGRADE;
            case 'U' -> Kind.DOWNGRADE;
            case 'D' -> Kind.BACKFILL;
            case 'B' -> Kind.BASELINE;
            default -> null;
        };
    }
}
