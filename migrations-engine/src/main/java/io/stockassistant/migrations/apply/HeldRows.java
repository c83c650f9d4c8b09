package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.script.Version;

/**
 * The rows of a history that count, as SQL: what {@link io.stockassistant.migrations.history.ModuleHistory} makes of a
 * history that the program reads. Versions are compared as Flyway compares them, by arrays of numbers.
 */
final class HeldRows {

    /** {@code latest} is the rank of the newest row about the same thing. */
    private static final String ROWS = """
                    WITH noted AS (
                        SELECT installed_rank AS rank, version, script, success,
                            %s AS key,
                            CASE WHEN version IS NULL THEN description END AS words,
                            right(type, 8) = 'BASELINE' AS baseline,
                            type = 'DELETE' OR left(type, 5) = 'UNDO_' AS removal
                        FROM %s WHERE type <> 'SCHEMA'
                    ), held AS (
                        SELECT * FROM (
                            SELECT *, max(rank) OVER (PARTITION BY key, words, baseline) AS latest,
                                max(rank) FILTER (WHERE removal) OVER (PARTITION BY key, words) AS removed,
                                max(rank) FILTER (WHERE baseline) OVER () AS last_baseline
                            FROM noted
                        ) AS marked
                        WHERE NOT removal AND (removed IS NULL OR rank > removed)
                            AND (NOT baseline OR rank = last_baseline)
                    )
            """;

    private HeldRows() {}

    /** The beginning of a query on {@code held}. */
    static String of(String table) {
        return ROWS.formatted(key("version"), table);
    }

    /** A version as something that is equal to another, and before or after it, as Flyway has it. */
    static String key(String version) {
        return "string_to_array(regexp_replace(replace(" + version + ", '_', '.'), '([.]0+)+$', ''), '.')::numeric[]";
    }

    /** What {@link #key} reads as, joined by dots. */
    static String canonical(Version version) {
        return version.toString().replaceAll("(?<![0-9])0+(?=[0-9])", "").replaceFirst("(\\.0)+$", "");
    }
}
