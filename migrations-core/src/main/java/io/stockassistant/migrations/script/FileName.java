package io.stockassistant.migrations.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern VERSIONED =
            Pattern.compile("([VUBD])(\\d+(?:[._]\\d+)*)(?:__(.*))?(?i:\\.sql)", Pattern.DOTALL);
    private static final Pattern REPEATABLE = Pattern.compile("R(?:__(.*))?(?i:\\.sql)", Pattern.DOTALL);

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
        Matcher versioned = VERSIONED.matcher(name);
        if (versioned.matches()) {
            Kind kind = switch (versioned.group(1)) {
                case "V" -> Kind.UPGRADE;
                case "U" -> Kind.DOWNGRADE;
                case "D" -> Kind.BACKFILL;
                default -> Kind.BASELINE;
            };
            return Optional.of(new FileName(kind, Version.of(versioned.group(2)), spaced(versioned.group(3))));
        }
        Matcher repeatable = REPEATABLE.matcher(name);
        return repeatable.matches()
                ? Optional.of(new FileName(Kind.REPEATABLE, null, spaced(repeatable.group(1))))
                : Optional.empty();
    }

    private static String spaced(@Nullable String slug) {
        return slug == null ? "" : slug.replace('_', ' ');
    }
}
